import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(async () => {
  db = startDynamoDb();
  await db.createTable();
  await db.run('PutItem', { TableName: 'Things', Item: { ...thing('a'), x: { N: '1' } } });
});

afterEach(() => db[Symbol.asyncDispose]());

const remove = (more: Record<string, unknown> = {}) =>
  db.run('DeleteItem', { TableName: 'Things', Key: thing('a'), ...more });

describe('serialization', () => {
  test('a key that is a list', async () => {
    await expect(remove({ Key: [] })).rejects.toMatchObject({ code: 'SerializationException' });
  });
});

describe('validation', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ ReturnValues: 'ALL_NEW' }, 'ReturnValues can only be ALL_OLD or NONE'],
    [{ Key: { pk: { S: 'a' } } }, 'The provided key element does not match the schema'],
  ])('%j', async (more, message) => {
    await expect(remove(more)).rejects.toMatchObject({ code: 'ValidationException', message });
  });
});

describe('functionality', () => {
  test('the deleted item comes back; deleting again is no error', async () => {
    expect(await remove({ ReturnValues: 'ALL_OLD' })).toEqual({
      Attributes: { ...thing('a'), x: { N: '1' } },
    });
    expect(await remove({ ReturnValues: 'ALL_OLD', ReturnConsumedCapacity: 'TOTAL' })).toEqual({
      ConsumedCapacity: { TableName: 'Things', CapacityUnits: 1 },
    });
  });

  test('a condition guards the item', async () => {
    const guarded = { ConditionExpression: 'x = :x', ExpressionAttributeValues: { ':x': { N: '2' } } };
    await expect(remove(guarded)).rejects.toMatchObject({ code: 'ConditionalCheckFailedException' });
    expect(await db.run('Scan', { TableName: 'Things' })).toMatchObject({ Count: 1 });
  });
});
