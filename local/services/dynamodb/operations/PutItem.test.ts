import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { INDEXED_THINGS, startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(async () => {
  db = startDynamoDb();
  await db.createTable(INDEXED_THINGS);
});

afterEach(() => db[Symbol.asyncDispose]());

const put = (item: unknown, more: Record<string, unknown> = {}) =>
  db.run('PutItem', { TableName: 'Things', Item: item, ...more });

describe('serialization', () => {
  test.each([
    [{ TableName: 5 }, 'NUMBER_VALUE cannot be converted to String'],
    [{ Item: 'text' }, 'Unexpected field type'],
    [
      { Item: [] },
      'Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>',
    ],
    [{ Item: { pk: 'a' } }, 'Unexpected value type in payload'],
    [{ ConditionExpression: [] }, 'Unrecognized collection type class java.lang.String'],
  ])('%j', async (input, message) => {
    await expect(put(thing('a'), input)).rejects.toMatchObject({ code: 'SerializationException', message });
  });
});

describe('validation', () => {
  const key = thing('a');
  test.each<[unknown, Record<string, unknown>, string]>([
    [
      key,
      { TableName: undefined },
      "The parameter 'TableName' is required but was not present in the request",
    ],
    [
      key,
      { TableName: 'ab' },
      'TableName must be at least 3 characters long and at most 255 characters long',
    ],
    [
      key,
      { TableName: 'a;b' },
      "1 validation error detected: Value 'a;b' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
    ],
    [
      undefined,
      { ReturnConsumedCapacity: 'X' },
      "2 validation errors detected: Value null at 'item' failed to satisfy constraint: Member must not be null; Value 'X' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]",
    ],
    [key, { ReturnValues: 'ALL_NEW' }, 'ReturnValues can only be ALL_OLD or NONE'],
    [
      key,
      { ExpressionAttributeNames: { '#a': 'a' } },
      'ExpressionAttributeNames can only be specified when using expressions',
    ],
    [
      key,
      { ExpressionAttributeValues: { ':a': { S: 'a' } } },
      'ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null',
    ],
    [
      key,
      { ConditionExpression: 'x = :a', ExpressionAttributeValues: {} },
      'ExpressionAttributeValues must not be empty',
    ],
    [
      key,
      { ConditionExpression: 'x = :a', ExpressionAttributeValues: { a: { S: 'a' } } },
      'ExpressionAttributeValues contains invalid key: Syntax error; key: "a"',
    ],
    [
      key,
      { ConditionExpression: 'x = :a', ExpressionAttributeValues: { ':a': { N: 'x' } } },
      'ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :a',
    ],
    [
      key,
      { ConditionExpression: 'x = :a', ExpressionAttributeValues: { ':a': { N: '1' }, ':z': { N: '2' } } },
      'Value provided in ExpressionAttributeValues unused in expressions: keys: {:z}',
    ],
    [
      key,
      { ConditionExpression: 'attribute_exists(x)', ExpressionAttributeNames: { '#z': 'z' } },
      'Value provided in ExpressionAttributeNames unused in expressions: keys: {#z}',
    ],
    [{ pk: { S: 'a' } }, {}, 'One or more parameter values were invalid: Missing the key sk in the item'],
    [
      { ...key, sk: { S: '1' } },
      {},
      'One or more parameter values were invalid: Type mismatch for key sk expected: N actual: S',
    ],
    [
      thing(''),
      {},
      'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk',
    ],
    [
      thing('x'.repeat(2049)),
      {},
      'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
    ],
    [
      { ...key, shelf: { N: '1' } },
      {},
      'One or more parameter values were invalid: Type mismatch for Index Key shelf Expected: S Actual: N IndexName: byShelf',
    ],
    [
      { ...key, shelf: { S: '' } },
      {},
      'One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: byShelf, IndexKey: shelf',
    ],
    [{ ...key, x: { S: 'x'.repeat(409_600) } }, {}, 'Item size has exceeded the maximum allowed size'],
  ])('%j %j', async (item, more, message) => {
    await expect(put(item, more)).rejects.toMatchObject({ code: 'ValidationException', message });
    expect(await db.run('Scan', { TableName: 'Things' })).toMatchObject({ Count: 0 });
  });

  test('legacy parameters are named', async () => {
    await expect(put(key, { Expected: {} })).rejects.toMatchObject({
      code: 'NotCovered',
      resolution: 'Use ConditionExpression instead.',
    });
  });

  test('a table that does not exist', async () => {
    await expect(put(key, { TableName: 'Nothing' })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      message: 'Requested resource not found',
    });
  });
});

describe('functionality', () => {
  test('an item replaces the one with its key, which comes back', async () => {
    expect(await put({ ...thing('a'), x: { N: '01.0' } })).toEqual({});
    expect(await put({ ...thing('a', '1.0'), y: { N: '2' } }, { ReturnValues: 'ALL_OLD' })).toEqual({
      Attributes: { ...thing('a'), x: { N: '1' } },
    });
    expect(await db.run('GetItem', { TableName: 'Things', Key: thing('a') })).toEqual({
      Item: { ...thing('a'), y: { N: '2' } },
    });
  });

  test('a condition that fails changes nothing, and shows the item when asked', async () => {
    await put({ ...thing('a'), x: { N: '1' } });
    const failing = { ConditionExpression: 'attribute_not_exists(pk)' };
    await expect(put(thing('a'), failing)).rejects.toMatchObject({
      code: 'ConditionalCheckFailedException',
      message: 'The conditional request failed',
      extra: {},
    });
    await expect(
      put(thing('a'), { ...failing, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    ).rejects.toMatchObject({ extra: { Item: { ...thing('a'), x: { N: '1' } } } });
    expect(await put(thing('b'), failing)).toEqual({});
  });

  test('capacity counts the table and the indexes that change', async () => {
    const note = { S: 'x'.repeat(1500) };
    const detail = { ReturnConsumedCapacity: 'INDEXES' };
    const capacity = async (item: unknown) => (await put(item, detail)).ConsumedCapacity;
    const both = (table: number, index: number) => ({
      TableName: 'Things',
      CapacityUnits: table + index,
      Table: { CapacityUnits: table },
      GlobalSecondaryIndexes: { byShelf: { CapacityUnits: index } },
    });
    expect(await capacity({ ...thing('a'), shelf: { S: 'one' }, note })).toEqual(both(2, 2));
    expect(await capacity({ ...thing('a'), shelf: { S: 'two' }, note })).toEqual(both(2, 4));
    expect(await capacity({ ...thing('a'), shelf: { S: 'two' }, note, y: { N: '1' } })).toEqual({
      TableName: 'Things',
      CapacityUnits: 2,
      Table: { CapacityUnits: 2 },
    });
    expect(await put(thing('b'), { ReturnConsumedCapacity: 'TOTAL' })).toEqual({
      ConsumedCapacity: { TableName: 'Things', CapacityUnits: 1 },
    });
  });

  test('the permission names the table and the partition', async () => {
    await put(thing('a'));
    expect(db.cloud.authorized.at(-1)?.permission).toEqual({
      action: 'dynamodb:PutItem',
      resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/Things',
      context: { 'dynamodb:LeadingKeys': ['a'] },
    });
  });

  test('a table may be named by its ARN', async () => {
    await put(thing('a'), { TableName: 'arn:aws:dynamodb:us-east-1:000000000000:table/Things' });
    expect(await db.run('Scan', { TableName: 'Things' })).toMatchObject({ Count: 1 });
  });
});
