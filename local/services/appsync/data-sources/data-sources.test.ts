import { expect, test } from 'vitest';
import { AwsError } from '../../../core/errors.ts';
import type { AwsService, Call } from '../../../core/service.ts';
import { applyResource } from '../../../core/testing.ts';
import { startApi } from '../testing.ts';

const SDL = 'type Query { q: String list: [Row] } type Row { n: Int }';
const ROLE = 'arn:aws:iam::000000000000:role/source';
const PRINCIPAL = { kind: 'role', roleArn: ROLE, sessionName: 'APPSYNC_ASSUME_ROLE' };

/** A service whose operations answer what the test says, and that remembers what it was asked. */
function recording(id: string, answers: Record<string, (input: any) => unknown>) {
  const asked: [string, any][] = [];
  const operations = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      {
        authorize: 'public' as const,
        run: (input: unknown, call: Call) => {
          expect(call.principal).toEqual(PRINCIPAL);
          asked.push([name, input]);
          return answer(input);
        },
      },
    ]),
  );
  const service = {
    id,
    signingName: id,
    protocol: { kind: 'http' },
    operations,
    resources: [],
  } as unknown as AwsService;
  return { service, asked };
}

/** Sends one request through a data source; gives what the response handler saw. */
async function through(service: AwsService, type: string, config: object, request: unknown, vtl = false) {
  let seen: any;
  await using api = await startApi(SDL, {
    q: {
      request: () => request,
      response: (context) => ((seen = { result: context.result, error: context.error }), null),
    },
  });
  api.cloud.register(service);
  const properties = { ApiId: api.apiId, Name: 'source', Type: type, ServiceRoleArn: ROLE, ...config };
  await applyResource(api.service, 'AWS::AppSync::DataSource', 'Source', properties);
  await api.resolver('Query.q', 'q', { dataSource: 'source', vtl });
  const { errors } = await api.query('{ q }');
  return { ...seen, errors };
}

const TABLE = { DynamoDBConfig: { TableName: 'T', AwsRegion: 'us-east-1' } };
const ITEM = {
  id: { S: '1' },
  n: { N: '2' },
  set: { SS: ['a'] },
  map: { M: { ok: { BOOL: true }, no: { NULL: true } } },
  list: { L: [{ N: '1.5' }] },
};
const PLAIN = { id: '1', n: 2, set: ['a'], map: { ok: true, no: null }, list: [1.5] };

function dynamo(answers: Record<string, (input: any) => unknown>, request: unknown, vtl = false) {
  const { service, asked } = recording('dynamodb', answers);
  return through(service, 'AMAZON_DYNAMODB', TABLE, request, vtl).then((seen) => ({ ...seen, asked }));
}

test('GetItem, PutItem, UpdateItem, DeleteItem', async () => {
  const key = { id: { S: '1' } };
  const get = await dynamo(
    { GetItem: () => ({ Item: ITEM }) },
    { operation: 'GetItem', key, consistentRead: true },
  );
  expect(get.asked).toEqual([['GetItem', { TableName: 'T', Key: key, ConsistentRead: true }]]);
  expect(get.result).toEqual(PLAIN);
  expect((await dynamo({ GetItem: () => ({}) }, { operation: 'GetItem', key })).result).toBeNull();

  const condition = {
    expression: '#a = :a',
    expressionNames: { '#a': 'a' },
    expressionValues: { ':a': { S: 'x' } },
  };
  const put = await dynamo(
    { PutItem: () => ({}) },
    { operation: 'PutItem', key, attributeValues: { n: { N: '2' } }, condition },
  );
  expect(put.asked[0]![1]).toEqual({
    TableName: 'T',
    Item: { id: { S: '1' }, n: { N: '2' } },
    ConditionExpression: '#a = :a',
    ExpressionAttributeNames: { '#a': 'a' },
    ExpressionAttributeValues: { ':a': { S: 'x' } },
  });
  expect(put.result).toEqual({ id: '1', n: 2 });

  const update = {
    expression: 'SET #n = :n',
    expressionNames: { '#n': 'n' },
    expressionValues: { ':n': { N: '1' } },
  };
  const updated = await dynamo(
    { UpdateItem: () => ({ Attributes: ITEM }) },
    { operation: 'UpdateItem', key, update, condition },
  );
  expect(updated.asked[0]![1]).toMatchObject({
    ReturnValues: 'ALL_NEW',
    UpdateExpression: 'SET #n = :n',
    ExpressionAttributeNames: { '#n': 'n', '#a': 'a' },
    ExpressionAttributeValues: { ':n': { N: '1' }, ':a': { S: 'x' } },
  });
  expect(
    (await dynamo({ DeleteItem: () => ({ Attributes: ITEM }) }, { operation: 'DeleteItem', key })).result,
  ).toEqual(PLAIN);
});

test('a failed condition: an error with the present item in VTL, success when the item already is as wanted', async () => {
  const failing = {
    PutItem: () => {
      throw new AwsError('ConditionalCheckFailedException', 'The conditional request failed');
    },
    GetItem: () => ({ Item: ITEM }),
  };
  const request = {
    operation: 'PutItem',
    key: { id: { S: '1' } },
    attributeValues: { n: { N: '9' } },
    condition: { expression: 'attribute_not_exists(id)' },
  };
  const js = await dynamo(failing, request);
  expect(js.result).toBeNull();
  expect(js.error.type).toBe('DynamoDB:ConditionalCheckFailedException');
  expect(js.error.message).toMatch(
    /^The conditional request failed \(Service: DynamoDb, Status Code: 400, Request ID: [A-Z0-9]{52}\)$/,
  );
  const vtl = await dynamo(failing, { version: '2018-05-29', ...request }, true);
  expect(vtl.result).toEqual(PLAIN);
  const { id: _, ...values } = ITEM;
  const same = await dynamo(failing, { ...request, attributeValues: values });
  expect([same.result, same.error]).toEqual([PLAIN, undefined]);
  const old = await dynamo(failing, { version: '2017-02-28', ...request }, true);
  expect(old.errors).toMatchObject([{ errorType: 'DynamoDB:ConditionalCheckFailedException' }]);
});

test('Query and Scan page with an opaque token', async () => {
  const answers = {
    Query: () => ({ Items: [ITEM], LastEvaluatedKey: { id: { S: '1' } }, ScannedCount: 3 }),
    Scan: () => ({ Items: [] }),
  };
  const query = { expression: 'id = :id', expressionValues: { ':id': { S: '1' } } };
  const filter = { expression: 'n > :n', expressionValues: { ':n': { N: '0' } } };
  const first = await dynamo(answers, {
    operation: 'Query',
    query,
    filter,
    index: 'byN',
    limit: 1,
    scanIndexForward: false,
    nextToken: null,
  });
  expect(first.asked[0]![1]).toEqual({
    TableName: 'T',
    IndexName: 'byN',
    Limit: 1,
    KeyConditionExpression: 'id = :id',
    FilterExpression: 'n > :n',
    ExpressionAttributeValues: { ':id': { S: '1' }, ':n': { N: '0' } },
    ScanIndexForward: false,
  });
  expect(first.result).toEqual({ items: [PLAIN], nextToken: expect.any(String), scannedCount: 3 });
  const second = await dynamo(answers, { operation: 'Scan', nextToken: first.result.nextToken });
  expect(second.asked[0]![1]).toEqual({ TableName: 'T', ExclusiveStartKey: { id: { S: '1' } } });
  expect(second.result).toEqual({ items: [], nextToken: null, scannedCount: 0 });
  const wrong = await dynamo(answers, { operation: 'Scan', nextToken: 'bm8=' });
  expect(wrong.errors[0].message).toBe('Invalid pagination token given.');
});

test('batches keep the order of the keys', async () => {
  const keys = [{ id: { S: '2' } }, { id: { S: '1' } }];
  const get = await dynamo(
    { BatchGetItem: () => ({ Responses: { T: [ITEM] } }) },
    { operation: 'BatchGetItem', tables: { T: { keys } } },
  );
  expect(get.result).toEqual({ data: { T: [null, PLAIN] }, unprocessedKeys: { T: [] } });
  const put = await dynamo(
    { BatchWriteItem: () => ({}) },
    { operation: 'BatchPutItem', tables: { T: [ITEM] } },
  );
  expect(put.asked[0]![1]).toEqual({ RequestItems: { T: [{ PutRequest: { Item: ITEM } }] } });
  expect(put.result).toEqual({ data: { T: [PLAIN] }, unprocessedItems: { T: [] } });
  const gone = await dynamo(
    { BatchWriteItem: () => ({}) },
    { operation: 'BatchDeleteItem', tables: { T: keys } },
  );
  expect(gone.result).toEqual({ data: { T: [{ id: '2' }, { id: '1' }] }, unprocessedKeys: { T: [] } });
});

test('transactions: keys, or the reasons of the cancellation', async () => {
  const key = { id: { S: '1' } };
  const transactItems = [
    {
      table: 'A',
      operation: 'PutItem',
      key,
      attributeValues: { n: { N: '1' } },
      condition: { expression: 'attribute_not_exists(id)' },
    },
    {
      table: 'B',
      operation: 'UpdateItem',
      key,
      update: { expression: 'ADD n :n', expressionValues: { ':n': { N: '1' } } },
    },
    { table: 'B', operation: 'DeleteItem', key: { id: { S: '2' } } },
    {
      table: 'B',
      operation: 'ConditionCheck',
      key: { id: { S: '3' } },
      condition: { expression: 'attribute_exists(id)', returnValuesOnConditionCheckFailure: false },
    },
  ];
  const done = await dynamo(
    { TransactWriteItems: () => ({}) },
    { operation: 'TransactWriteItems', transactItems },
  );
  expect(done.asked[0]![1].TransactItems).toEqual([
    {
      Put: {
        TableName: 'A',
        Item: { n: { N: '1' }, id: { S: '1' } },
        ConditionExpression: 'attribute_not_exists(id)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    {
      Update: {
        TableName: 'B',
        Key: key,
        UpdateExpression: 'ADD n :n',
        ExpressionAttributeValues: { ':n': { N: '1' } },
      },
    },
    { Delete: { TableName: 'B', Key: { id: { S: '2' } } } },
    {
      ConditionCheck: {
        TableName: 'B',
        Key: { id: { S: '3' } },
        ConditionExpression: 'attribute_exists(id)',
        ReturnValuesOnConditionCheckFailure: 'NONE',
      },
    },
  ]);
  expect(done.result).toEqual({
    keys: [{ id: '1' }, { id: '1' }, { id: '2' }, { id: '3' }],
    cancellationReasons: null,
  });
  const failing = () => {
    throw new AwsError(
      'TransactionCanceledException',
      'Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None]',
      {
        extra: {
          CancellationReasons: [
            { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: ITEM },
            { Code: 'None' },
          ],
        },
      },
    );
  };
  const cancelled = await dynamo(
    { TransactWriteItems: failing },
    { operation: 'TransactWriteItems', transactItems },
  );
  expect(cancelled.error.type).toBe('DynamoDB:TransactionCanceledException');
  expect(cancelled.result).toEqual({
    keys: null,
    cancellationReasons: [
      { item: PLAIN, type: 'ConditionalCheckFailed', message: 'The conditional request failed' },
      { item: null, type: 'None', message: null },
    ],
  });
  const read = await dynamo(
    { TransactGetItems: () => ({ Responses: [{ Item: ITEM }, {}] }) },
    {
      operation: 'TransactGetItems',
      transactItems: [
        { table: 'A', key },
        { table: 'B', key },
      ],
    },
  );
  expect(read.result).toEqual({ items: [PLAIN, null], cancellationReasons: null });
});

test('what IAM denies is an error of the data source; what is not covered says so', async () => {
  const denied = {
    Scan: () => {
      throw new AwsError('AccessDeniedException', 'User: x is not authorized');
    },
  };
  expect((await dynamo(denied, { operation: 'Scan' })).error.type).toBe('DynamoDB:DynamoDbException');
  expect((await dynamo({}, { operation: 'Sync' })).errors[0].errorType).toBe('LocalCloud:NotCovered');
});

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

function lambda(answer: (payload: any) => any) {
  const asked: any[] = [];
  const service = {
    id: 'lambda',
    signingName: 'lambda',
    protocol: { kind: 'http' },
    operations: {},
    resources: [],
    invokeFunction: async (input: any) => (asked.push(input), answer(input.payload)),
  } as unknown as AwsService;
  return { service, asked };
}
const FUNCTION = { LambdaConfig: { LambdaFunctionArn: 'arn:f' } };

test('Lambda: the result, a failure, an event', async () => {
  const ok = lambda((payload) => ({ payload: { got: payload } }));
  const seen = await through(ok.service, 'AWS_LAMBDA', FUNCTION, { operation: 'Invoke', payload: { a: 1 } });
  expect(seen.result).toEqual({ got: { a: 1 } });
  expect(ok.asked[0]).toMatchObject({ functionArn: 'arn:f', principal: PRINCIPAL });
  const failing = lambda(() => ({
    payload: { errorMessage: 'Boom', errorType: 'TypeError' },
    functionError: 'Unhandled',
  }));
  const failed = await through(failing.service, 'AWS_LAMBDA', FUNCTION, { operation: 'Invoke', payload: {} });
  expect(failed.error).toEqual({
    message: 'Boom',
    type: 'Lambda:Unhandled',
    unhandledErrorType: 'TypeError',
  });
  const event = await through(ok.service, 'AWS_LAMBDA', FUNCTION, {
    operation: 'Invoke',
    invocationType: 'Event',
    payload: {},
  });
  expect(event.result).toBeNull();
  expect(ok.asked).toHaveLength(2);
});

test('Lambda: BatchInvoke gathers the fields of a list; without handlers the function gets the context', async () => {
  const sums = lambda((payload) => ({
    payload: Array.isArray(payload) ? payload.map((one) => one * 10) : payload.info.fieldName,
  }));
  await using api = await startApi(SDL, {
    list: { request: () => ({ payload: [1, 2, 3, 4, 5, 6].map((n) => ({ n })) }) },
    n: { request: (context) => ({ operation: 'BatchInvoke', payload: (context.source as any).n }) },
  });
  api.cloud.register(sums.service);
  await applyResource(api.service, 'AWS::AppSync::DataSource', 'F', {
    ApiId: api.apiId,
    Name: 'f',
    Type: 'AWS_LAMBDA',
    ServiceRoleArn: ROLE,
    ...FUNCTION,
  });
  await api.resolver('Query.list', 'list');
  await api.resolver('Row.n', 'n', { dataSource: 'f' });
  await applyResource(api.service, 'AWS::AppSync::Resolver', 'Direct', {
    ApiId: api.apiId,
    TypeName: 'Query',
    FieldName: 'q',
    DataSourceName: 'f',
  });
  expect((await api.query('{ q list { n } }')).data).toEqual({
    q: 'q',
    list: [10, 20, 30, 40, 50, 60].map((n) => ({ n })),
  });
  expect(
    sums.asked.map(({ payload }) => (Array.isArray(payload) ? payload : payload.info.parentTypeName)),
  ).toEqual(['Query', [1, 2, 3, 4, 5], [6]]);
});
