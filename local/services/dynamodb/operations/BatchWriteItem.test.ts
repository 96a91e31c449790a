import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(async () => {
  db = startDynamoDb();
  await db.createTable();
});

afterEach(() => db[Symbol.asyncDispose]());

const put = (Item: unknown) => ({ PutRequest: { Item } });
const remove = (Key: unknown) => ({ DeleteRequest: { Key } });
const write = (requests: unknown, more: Record<string, unknown> = {}) =>
  db.run('BatchWriteItem', { RequestItems: { Things: requests }, ...more });

describe('serialization', () => {
  test('requests that are no list', async () => {
    await expect(write('put')).rejects.toMatchObject({ code: 'SerializationException' });
  });
});

describe('validation', () => {
  const several =
    'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes';
  test.each<[unknown[], string]>([
    [[{}], several],
    [[{ ...put(thing('a')), ...remove(thing('a')) }], several],
    [[put(thing('a')), remove(thing('a'))], 'Provided list of item keys contains duplicates'],
    [[put({ pk: { S: 'a' } })], 'One or more parameter values were invalid: Missing the key sk in the item'],
    [[put(thing('a')), remove({ pk: { S: 'b' } })], 'The provided key element does not match the schema'],
  ])('%j', async (requests, message) => {
    await expect(write(requests)).rejects.toMatchObject({ code: 'ValidationException', message });
    expect(await db.run('Scan', { TableName: 'Things' })).toMatchObject({ Count: 0 });
  });

  test.each([0, 26])('%i requests', async (length) => {
    const requests = Array.from({ length }, (_, at) => put(thing('a', at)));
    await expect(write(requests)).rejects.toThrow(
      "at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]",
    );
  });

  test('a table that does not exist', async () => {
    const RequestItems = { Things: [put(thing('a'))], Nothing: [put(thing('a'))] };
    await expect(db.run('BatchWriteItem', { RequestItems })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    expect(await db.run('Scan', { TableName: 'Things' })).toMatchObject({ Count: 0 });
  });
});

test('functionality: puts and deletes', async () => {
  await write([put(thing('a')), put(thing('b'))]);
  const answer = await write([remove(thing('a')), put({ ...thing('b'), x: { N: '1' } })], {
    ReturnConsumedCapacity: 'TOTAL',
  });
  expect(answer).toEqual({
    UnprocessedItems: {},
    ConsumedCapacity: [{ TableName: 'Things', CapacityUnits: 2 }],
  });
  expect(await db.run('Scan', { TableName: 'Things' })).toMatchObject({
    Items: [{ ...thing('b'), x: { N: '1' } }],
  });
});
