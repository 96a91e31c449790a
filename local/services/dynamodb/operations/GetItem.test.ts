import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(async () => {
  db = startDynamoDb();
  await db.createTable();
  await db.run('PutItem', {
    TableName: 'Things',
    Item: { ...thing('a'), x: { S: 'x'.repeat(5000) }, y: { N: '1' } },
  });
});

afterEach(() => db[Symbol.asyncDispose]());

const get = (more: Record<string, unknown>) =>
  db.run('GetItem', { TableName: 'Things', Key: thing('a'), ...more });

describe('serialization', () => {
  test('a consistent read of text', async () => {
    await expect(get({ ConsistentRead: 'perhaps' })).rejects.toMatchObject({
      code: 'SerializationException',
      message: 'Unexpected token received from parser',
    });
  });
});

describe('validation', () => {
  test.each<[Record<string, unknown>, string]>([
    [
      { Key: undefined },
      "1 validation error detected: Value null at 'key' failed to satisfy constraint: Member must not be null",
    ],
    [{ Key: {} }, 'The provided key element does not match the schema'],
    [{ Key: { ...thing('a'), z: { N: '1' } } }, 'The provided key element does not match the schema'],
    [{ Key: { pk: { S: 'a' }, sk: { S: '1' } } }, 'The provided key element does not match the schema'],
    [{ Key: thing('a', 'x') }, 'The parameter cannot be converted to a numeric value: x'],
    [{ ProjectionExpression: '' }, 'Invalid ProjectionExpression: The expression can not be empty;'],
  ])('%j', async (more, message) => {
    await expect(get(more)).rejects.toMatchObject({ code: 'ValidationException', message });
  });
});

describe('functionality', () => {
  test('projection', async () => {
    expect(await get({ ProjectionExpression: 'y, #k', ExpressionAttributeNames: { '#k': 'pk' } })).toEqual({
      Item: { y: { N: '1' }, pk: { S: 'a' } },
    });
  });

  test('an item that does not exist is no member of the answer', async () => {
    expect(await get({ Key: thing('b') })).toEqual({});
  });

  test('capacity counts four KiB, half of it when not consistent', async () => {
    const units = async (more: Record<string, unknown>) =>
      (await get({ ReturnConsumedCapacity: 'TOTAL', ...more })).ConsumedCapacity;
    expect(await units({})).toEqual({ TableName: 'Things', CapacityUnits: 1 });
    expect(await units({ ConsistentRead: true })).toEqual({ TableName: 'Things', CapacityUnits: 2 });
    expect(await units({ Key: thing('b') })).toEqual({ TableName: 'Things', CapacityUnits: 0.5 });
  });
});
