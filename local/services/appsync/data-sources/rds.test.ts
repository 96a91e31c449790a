import { expect, test } from 'vitest';
import { AwsError } from '../../../core/errors.ts';
import { recording, through } from './testing.ts';

const RDS = {
  RelationalDatabaseConfig: {
    RelationalDatabaseSourceType: 'RDS_HTTP_ENDPOINT',
    RdsHttpEndpointConfig: { DbClusterIdentifier: 'arn:c', AwsSecretStoreArn: 'arn:s', DatabaseName: 'd' },
  },
};
const PLACE = { resourceArn: 'arn:c', secretArn: 'arn:s', database: 'd' };

test('RDS: parameters of one statement, the result as JSON text', async () => {
  const { service, asked } = recording('rds-data', {
    ExecuteStatement: () => ({
      numberOfRecordsUpdated: 0,
      records: [[{ longValue: 1 }]],
      columnMetadata: [{ name: 'n' }],
    }),
  });
  const seen = await through(service, 'RELATIONAL_DATABASE', RDS, {
    statements: ['SELECT :a::text, :b, :c, :d, :e'],
    variableMap: { ':a': 'x', ':b': 1, c: 1.5, ':d': null, ':e': true, ':unused': 1 },
    variableTypeHintMap: { ':a': 'UUID' },
  });
  expect(asked).toEqual([
    [
      'ExecuteStatement',
      {
        ...PLACE,
        sql: 'SELECT :a::text, :b, :c, :d, :e',
        includeResultMetadata: true,
        parameters: [
          { name: 'a', value: { stringValue: 'x' }, typeHint: 'UUID' },
          { name: 'b', value: { longValue: 1 } },
          { name: 'c', value: { doubleValue: 1.5 } },
          { name: 'd', value: { isNull: true } },
          { name: 'e', value: { booleanValue: true } },
        ],
      },
    ],
  ]);
  expect(JSON.parse(seen.result)).toEqual({
    sqlStatementResults: [
      { numberOfRecordsUpdated: 0, records: [[{ longValue: 1 }]], columnMetadata: [{ name: 'n' }] },
    ],
  });
});

test('RDS: two statements are one transaction; errors roll it back', async () => {
  const answers = {
    BeginTransaction: () => ({ transactionId: 't' }),
    ExecuteStatement: ({ sql }: any) => {
      if (sql === 'bad') throw new AwsError('BadRequestException', 'ERROR: no; SQLState: 42601');
      return { numberOfRecordsUpdated: 1 };
    },
    CommitTransaction: () => ({}),
    RollbackTransaction: () => ({}),
  };
  const good = recording('rds-data', answers);
  const seen = await through(good.service, 'RELATIONAL_DATABASE', RDS, { statements: ['one', 'two'] });
  expect(good.asked.map(([name, input]) => [name, input.transactionId])).toEqual([
    ['BeginTransaction', undefined],
    ['ExecuteStatement', 't'],
    ['ExecuteStatement', 't'],
    ['CommitTransaction', 't'],
  ]);
  expect(JSON.parse(seen.result).sqlStatementResults).toHaveLength(2);
  const bad = recording('rds-data', answers);
  const failed = await through(bad.service, 'RELATIONAL_DATABASE', RDS, { statements: ['one', 'bad'] });
  expect(failed.error).toEqual({
    message: 'RDSHttp:{"message":"ERROR: no; SQLState: 42601"}',
    type: '400 Bad Request',
  });
  expect(bad.asked.at(-1)![0]).toBe('RollbackTransaction');
  const list = await through(bad.service, 'RELATIONAL_DATABASE', RDS, {
    statements: [':x'],
    variableMap: { x: [1] },
  });
  expect(list.errors[0].message).toContain('JSON text');
});
