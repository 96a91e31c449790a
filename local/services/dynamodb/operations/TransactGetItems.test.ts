import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(async () => {
  db = startDynamoDb();
  await db.createTable();
  await db.run('PutItem', { TableName: 'Things', Item: { ...thing('a'), x: { N: '1' }, y: { N: '2' } } });
});

afterEach(() => db[Symbol.asyncDispose]());

const get = (Key: unknown, more: Record<string, unknown> = {}) => ({
  Get: { TableName: 'Things', Key, ...more },
});
const transact = (TransactItems: unknown, more: Record<string, unknown> = {}) =>
  db.run('TransactGetItems', { TransactItems, ...more });

describe('serialization', () => {
  test('actions that are no list', async () => {
    await expect(transact({})).rejects.toMatchObject({ code: 'SerializationException' });
  });
});

describe('validation', () => {
  test.each<[unknown, string, string]>([
    [
      [{}],
      'ValidationException',
      "1 validation error detected: Value null at 'transactItems.1.member.get' failed to satisfy constraint: Member must not be null",
    ],
    [
      [get(thing('a')), get(thing('a'))],
      'ValidationException',
      'Transaction request cannot include multiple operations on one item',
    ],
    [
      [get(thing('a')), get({ pk: { S: 'a' } })],
      'TransactionCanceledException',
      'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]',
    ],
  ])('%j', async (actions, code, message) => {
    await expect(transact(actions)).rejects.toMatchObject({ code, message });
  });
});

test('functionality: items in the order asked for', async () => {
  const actions = [get(thing('b')), get(thing('a'), { ProjectionExpression: 'y' })];
  expect(await transact(actions, { ReturnConsumedCapacity: 'TOTAL' })).toEqual({
    Responses: [{}, { Item: { y: { N: '2' } } }],
    ConsumedCapacity: [{ TableName: 'Things', CapacityUnits: 4, ReadCapacityUnits: 4 }],
  });
  expect(db.cloud.authorized.at(-1)?.permission).toMatchObject({ action: 'dynamodb:GetItem' });
});
