import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabaseFixture, type DatabaseFixture } from './testing.ts';

let db: DatabaseFixture;
beforeAll(async () => {
  db = await createDatabaseFixture();
  await db.sql(`create table things (id serial primary key, label text not null unique, price numeric(10,2),
    made timestamptz, key uuid, tags text[], data jsonb, raw bytea, flag boolean, ratio float8)`);
});
afterAll(() => db[Symbol.asyncDispose]());

describe('values', () => {
  it('go in with their types and come back as fields', async () => {
    const inserted = await db.sql(
      `insert into things (label, price, made, key, data, raw, flag, ratio, tags) values
        (:label, :price, :made, :key, :data, :raw, :flag, :ratio, string_to_array('a,b "c"', ',')) returning id`,
      [
        { name: 'label', value: { stringValue: 'one' } },
        { name: 'price', value: { stringValue: '12.50' }, typeHint: 'DECIMAL' },
        { name: 'made', value: { stringValue: '2026-01-02 03:04:05.120' }, typeHint: 'TIMESTAMP' },
        { name: 'key', value: { stringValue: '7f1b1f7e-4c8b-4d0e-9a57-0d8d1f3b2a10' }, typeHint: 'UUID' },
        { name: 'data', value: { stringValue: '{"a": 1}' }, typeHint: 'JSON' },
        { name: 'raw', value: { blobValue: 'AQID' } },
        { name: 'flag', value: { booleanValue: true } },
        { name: 'ratio', value: { doubleValue: 0.5 } },
      ],
    );
    expect(inserted).toEqual({ numberOfRecordsUpdated: 0, records: [[{ longValue: 1 }]] });
    const { records } = await db.sql(
      'select label, price, made, key, data, raw, flag, ratio, tags, null from things',
    );
    expect(records).toEqual([
      [
        { stringValue: 'one' },
        { stringValue: '12.50' },
        { stringValue: '2026-01-02 03:04:05.120' },
        { stringValue: '7f1b1f7e-4c8b-4d0e-9a57-0d8d1f3b2a10' },
        { stringValue: '{"a": 1}' },
        { blobValue: 'AQID' },
        { booleanValue: true },
        { doubleValue: 0.5 },
        { arrayValue: { stringValues: ['a', 'b "c"'] } },
        { isNull: true },
      ],
    ]);
    const json = await db.sql('select id, label, flag from things', [], { formatRecordsAs: 'JSON' });
    expect(json).toEqual({
      numberOfRecordsUpdated: 0,
      formattedRecords: '[{"id":1,"label":"one","flag":true}]',
    });
  });

  it('have metadata when asked', async () => {
    const { columnMetadata } = await db.sql(
      'select id, label as name, price, tags, 1::int8 as n from things',
      [],
      {
        includeResultMetadata: true,
      },
    );
    expect(columnMetadata).toMatchObject([
      { label: 'id', typeName: 'serial', type: 4, nullable: 0, isAutoIncrement: true, tableName: 'things' },
      { label: 'name', typeName: 'text', type: 12, nullable: 0, schemaName: 'public' },
      { label: 'price', typeName: 'numeric', type: 2, precision: 10, scale: 2, nullable: 1 },
      { label: 'tags', typeName: '_text', type: 2003, arrayBaseColumnType: 12 },
      { label: 'n', typeName: 'int8', type: -5, nullable: 2, tableName: '' },
    ]);
  });

  it('are as strict as on AWS: a string is text', async () => {
    const key = { name: 'key', value: { stringValue: '7f1b1f7e-4c8b-4d0e-9a57-0d8d1f3b2a10' } };
    await expect(db.sql('select id from things where key = :key', [key])).rejects.toMatchObject({
      code: 'DatabaseErrorException',
      message:
        'ERROR: operator does not exist: uuid = text; Hint: No operator matches the given name and argument types. You might need to add explicit type casts.; Position: 33; SQLState: 42883',
    });
    expect((await db.sql('select id from things where key = :key::uuid', [key])).records).toHaveLength(1);
    for (const bad of [
      { name: 'key', value: { arrayValue: { stringValues: ['a'] } } },
      { name: 'key', value: { stringValue: '2026-01-02T03:04:05Z' }, typeHint: 'TIMESTAMP' },
      { name: 'key', value: {} },
    ]) {
      await expect(db.sql('select :key', [bad])).rejects.toMatchObject({ code: 'ValidationException' });
    }
  });
});

describe('what the Data API refuses', () => {
  it.each([
    ['select 1; select 2', 'ValidationException', "Multistatements aren't supported."],
    [
      "select '1 day'::interval",
      'UnsupportedResultException',
      'The result contains the unsupported data type INTERVAL.',
    ],
    [
      "select repeat('x', 60000) from generate_series(1, 18)",
      'UnsupportedResultException',
      'The result exceeds the size limit 1 MB.',
    ],
    ["select repeat('x', 66000)", 'UnsupportedResultException', /64 KB/],
    ['select :missing', 'DatabaseErrorException', /SQLState: 08P01$/],
    [
      "insert into things (label) values ('one')",
      'DatabaseErrorException',
      'ERROR: duplicate key value violates unique constraint "things_label_key"; SQLState: 23505',
    ],
    [
      'selekt',
      'DatabaseErrorException',
      'ERROR: syntax error at or near "selekt"; Position: 1; SQLState: 42601',
    ],
  ])('%s', async (sql, code, message) => {
    await expect(db.sql(sql)).rejects.toMatchObject({
      code,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });

  it('wrong resources, secrets and databases', async () => {
    const nowhere = 'arn:aws:rds:us-east-1:000000000000:cluster:none';
    await expect(db.sql('select 1', [], { resourceArn: nowhere })).rejects.toMatchObject({
      code: 'HttpEndpointNotEnabledException',
      message: `HttpEndpoint is not enabled for resource ${nowhere}`,
    });
    await expect(db.sql('select 1', [], { secretArn: `${db.secretArn}x` })).rejects.toMatchObject({
      code: 'SecretsErrorException',
    });
    await expect(db.sql('select 1', [], { schema: 'public' })).rejects.toMatchObject({
      code: 'ValidationException',
    });
    await expect(db.sql('select 1', [], { database: 'other' })).rejects.toMatchObject({
      code: 'DatabaseErrorException',
      message: 'FATAL: database "other" does not exist; SQLState: 3D000',
    });
  });

  it('callers who may not use the cluster and read the secret', async () => {
    await db.sql('select 1');
    expect(db.cloud.authorized.slice(-2).map(({ permission }) => permission)).toEqual([
      { action: 'rds-data:ExecuteStatement', resource: db.resourceArn },
      { action: 'secretsmanager:GetSecretValue', resource: db.secretArn },
    ]);
  });
});

describe('plans', () => {
  it('survive a change of the table they were made for', async () => {
    await db.sql('create table shapes (a int)');
    for (let i = 0; i < 3; i += 1) await db.sql('select * from shapes');
    await db.sql('alter table shapes add column b int');
    await db.sql('insert into shapes values (1, 2)');
    expect((await db.sql('select * from shapes')).records).toEqual([[{ longValue: 1 }, { longValue: 2 }]]);
  });
});

describe('batches', () => {
  const labels = (...all: string[]): object => ({
    sql: 'insert into things (label) values (:label)',
    parameterSets: all.map((stringValue) => [{ name: 'label', value: { stringValue } }]),
  });

  it('run a statement for each set, all or none', async () => {
    expect(await db.call('BatchExecuteStatement', labels('b1', 'b2'))).toEqual({
      updateResults: [{ generatedFields: [] }, { generatedFields: [] }],
    });
    await expect(db.call('BatchExecuteStatement', labels('b3', 'b1'))).rejects.toMatchObject({
      code: 'DatabaseErrorException',
    });
    const { records } = await db.sql("select count(*) from things where label like 'b%'");
    expect(records).toEqual([[{ longValue: 2 }]]);
  });
});
