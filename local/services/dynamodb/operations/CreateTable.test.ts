import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { INDEXED_THINGS, startDynamoDb, THINGS, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(() => {
  db = startDynamoDb();
});

afterEach(() => db[Symbol.asyncDispose]());

const create = (more: Record<string, unknown>) =>
  db.run<{ TableDescription: Record<string, unknown> }>('CreateTable', { ...THINGS, ...more });

describe('serialization', () => {
  test('a key schema that is no list', async () => {
    await expect(create({ KeySchema: 'pk' })).rejects.toMatchObject({ code: 'SerializationException' });
  });
});

describe('validation', () => {
  const [pk, sk] = THINGS.AttributeDefinitions;
  const [hash, range] = THINGS.KeySchema;
  const [local] = INDEXED_THINGS.LocalSecondaryIndexes;
  const [global] = INDEXED_THINGS.GlobalSecondaryIndexes;
  const invalid = 'One or more parameter values were invalid: ';
  test.each<[Record<string, unknown>, string]>([
    [{ TableName: 'ab' }, 'TableName must be at least 3 characters long and at most 255 characters long'],
    [
      { KeySchema: undefined },
      "1 validation error detected: Value null at 'keySchema' failed to satisfy constraint: Member must not be null",
    ],
    [
      { AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'Q' }, sk] },
      "1 validation error detected: Value 'Q' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]",
    ],
    [
      { BillingMode: 'PROVISIONED' },
      `${invalid}ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED`,
    ],
    [
      { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } },
      `${invalid}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST`,
    ],
    [
      { AttributeDefinitions: [pk] },
      `${invalid}Some index key attributes are not defined in AttributeDefinitions. Keys: [pk, sk], AttributeDefinitions: [pk]`,
    ],
    [
      { KeySchema: [hash] },
      `${invalid}Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions`,
    ],
    [{ KeySchema: [range, hash] }, 'Invalid KeySchema: The first KeySchemaElement is not a HASH key type'],
    [
      { KeySchema: [hash, { AttributeName: 'pk', KeyType: 'RANGE' }] },
      'Both the Hash Key and the Range Key element in the KeySchema have the same name',
    ],
    [{ GlobalSecondaryIndexes: [] }, `${invalid}List of GlobalSecondaryIndexes is empty`],
    [
      { ...INDEXED_THINGS, GlobalSecondaryIndexes: [global, global] },
      `${invalid}Duplicate index name: byShelf`,
    ],
    [
      { ...INDEXED_THINGS, GlobalSecondaryIndexes: [{ ...global, Projection: {} }] },
      `${invalid}Unknown ProjectionType: null`,
    ],
    [
      {
        ...INDEXED_THINGS,
        LocalSecondaryIndexes: [
          {
            ...local,
            KeySchema: [range && { ...range, KeyType: 'HASH' }, hash && { ...hash, KeyType: 'RANGE' }],
          },
        ],
      },
      `${invalid}Index KeySchema does not have the same leading hash key as table KeySchema for index: byPlace. index hash key: sk, table hash key: pk`,
    ],
    [
      { StreamSpecification: { StreamEnabled: true } },
      `${invalid}StreamViewType is required when StreamEnabled is true`,
    ],
  ])('%j', async (more, message) => {
    await expect(create(more)).rejects.toMatchObject({ code: 'ValidationException', message });
    expect(await db.run('ListTables', {})).toEqual({ TableNames: [] });
  });

  test('a name that is taken', async () => {
    await create({});
    await expect(create({})).rejects.toMatchObject({
      code: 'ResourceInUseException',
      message: 'Table already exists: Things',
    });
  });
});

describe('functionality', () => {
  test('the description, while it is made and then', async () => {
    const StreamSpecification = { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' };
    const { TableDescription } = await create({ ...INDEXED_THINGS, StreamSpecification });
    expect(TableDescription).toMatchObject({
      TableName: 'Things',
      TableStatus: 'CREATING',
      KeySchema: THINGS.KeySchema,
      ItemCount: 0,
      TableArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Things',
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      StreamSpecification,
      LatestStreamArn: `arn:aws:dynamodb:us-east-1:000000000000:table/Things/stream/${TableDescription.LatestStreamLabel}`,
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byShelf',
          IndexStatus: 'ACTIVE',
          IndexArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Things/index/byShelf',
        },
      ],
      LocalSecondaryIndexes: [{ IndexName: 'byPlace' }],
    });
    expect(await db.run('DescribeTable', { TableName: 'Things' })).toEqual({
      Table: { ...TableDescription, TableStatus: 'ACTIVE' },
    });
  });

  test('tables are listed by name, in pages', async () => {
    for (const TableName of ['bbb', 'aaa', 'ccc']) await create({ TableName });
    expect(await db.run('ListTables', { Limit: 2 })).toEqual({
      TableNames: ['aaa', 'bbb'],
      LastEvaluatedTableName: 'bbb',
    });
    expect(await db.run('ListTables', { ExclusiveStartTableName: 'bbb' })).toEqual({ TableNames: ['ccc'] });
  });

  test('a table that was deleted can be made again, empty', async () => {
    await create(INDEXED_THINGS);
    await db.run('PutItem', { TableName: 'Things', Item: { pk: { S: 'a' }, sk: { N: '1' } } });
    expect(await db.run('DeleteTable', { TableName: 'Things' })).toMatchObject({
      TableDescription: { TableStatus: 'DELETING' },
    });
    await expect(db.run('DescribeTable', { TableName: 'Things' })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      message: 'Requested resource not found: Table: Things not found',
    });
    await create(INDEXED_THINGS);
    expect(await db.run('Scan', { TableName: 'Things' })).toMatchObject({ Count: 0 });
  });

  test('tags', async () => {
    const { TableDescription } = await create({ Tags: [{ Key: 'a', Value: '1' }] });
    const ResourceArn = TableDescription.TableArn;
    await db.run('TagResource', { ResourceArn, Tags: [{ Key: 'b', Value: '2' }] });
    await db.run('UntagResource', { ResourceArn, TagKeys: ['a'] });
    expect(await db.run('ListTagsOfResource', { ResourceArn })).toEqual({ Tags: [{ Key: 'b', Value: '2' }] });
  });
});
