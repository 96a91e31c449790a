import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDynamoDb, thing, THINGS, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(async () => {
  db = startDynamoDb();
  await db.createTable();
  await db.run('CreateTable', { ...THINGS, TableName: 'Others' });
  for (const TableName of ['Things', 'Others']) {
    await db.run('PutItem', { TableName, Item: { ...thing('a'), x: { S: TableName } } });
  }
});

afterEach(() => db[Symbol.asyncDispose]());

const batchGet = (RequestItems: unknown, more: Record<string, unknown> = {}) =>
  db.run<Record<string, Record<string, unknown>>>('BatchGetItem', { RequestItems, ...more });

describe('serialization', () => {
  test('keys that are no list', async () => {
    await expect(batchGet({ Things: { Keys: 'a' } })).rejects.toMatchObject({
      code: 'SerializationException',
      message: 'Unexpected field type',
    });
  });
});

describe('validation', () => {
  test.each<[unknown, string]>([
    [
      undefined,
      "1 validation error detected: Value null at 'requestItems' failed to satisfy constraint: Member must not be null",
    ],
    [
      { Things: { Keys: [] } },
      "1 validation error detected: Value '[]' at 'requestItems.Things.member.keys' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
    [{ Things: { Keys: [thing('a'), thing('a', '1.0')] } }, 'Provided list of item keys contains duplicates'],
    [{ Things: { Keys: [{ pk: { S: 'a' } }] } }, 'The provided key element does not match the schema'],
    [
      Object.fromEntries(
        ['Things', 'Others'].map((name) => [
          name,
          { Keys: Array.from({ length: 51 }, (_, at) => thing('a', at)) },
        ]),
      ),
      'Too many items requested for the BatchGetItem call',
    ],
  ])('%j', async (items, message) => {
    await expect(batchGet(items)).rejects.toMatchObject({ code: 'ValidationException', message });
  });
});

describe('functionality', () => {
  test('items of several tables, those that exist', async () => {
    const answer = await batchGet(
      {
        Things: { Keys: [thing('a'), thing('b')], ProjectionExpression: 'x' },
        Others: { Keys: [thing('a')], ConsistentRead: true },
      },
      { ReturnConsumedCapacity: 'TOTAL' },
    );
    expect(answer).toEqual({
      Responses: { Things: [{ x: { S: 'Things' } }], Others: [{ ...thing('a'), x: { S: 'Others' } }] },
      UnprocessedKeys: {},
      ConsumedCapacity: [
        { TableName: 'Things', CapacityUnits: 1 },
        { TableName: 'Others', CapacityUnits: 1 },
      ],
    });
  });

  test('what exceeds 16 MB is left for another request', async () => {
    const keys = Array.from({ length: 50 }, (_, at) => thing('big', at));
    for (const key of keys) {
      await db.run('PutItem', { TableName: 'Things', Item: { ...key, body: { S: 'x'.repeat(400_000) } } });
    }
    const first = await batchGet({ Things: { Keys: keys, ProjectionExpression: 'sk' } });
    const { Keys, ...rest } = first.UnprocessedKeys!.Things as { Keys: unknown[] };
    expect((first.Responses!.Things as unknown[]).length + Keys.length).toBe(50);
    expect(Keys.length).toBeGreaterThan(0);
    expect(rest).toEqual({ ProjectionExpression: 'sk' });
    const second = await batchGet(first.UnprocessedKeys);
    expect(second.Responses!.Things).toHaveLength(Keys.length);
  });

  test('each table needs its permission', async () => {
    await batchGet({ Things: { Keys: [thing('a')] }, Others: { Keys: [thing('b')] } });
    expect(db.cloud.authorized.slice(-2).map(({ permission }) => permission)).toMatchObject([
      { action: 'dynamodb:BatchGetItem', context: { 'dynamodb:LeadingKeys': ['a'] } },
      { resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/Others' },
    ]);
  });
});
