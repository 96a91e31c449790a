import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDynamoDb, thing, THINGS, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(async () => {
  db = startDynamoDb();
  await db.createTable();
  await db.run('CreateTable', { ...THINGS, TableName: 'Others' });
  await db.run('PutItem', { TableName: 'Things', Item: { ...thing('there'), x: { N: '1' } } });
});

afterEach(() => db[Symbol.asyncDispose]());

const put = (Item: unknown, more: Record<string, unknown> = {}) => ({
  Put: { TableName: 'Things', Item, ...more },
});
const check = (Key: unknown, ConditionExpression: string, more: Record<string, unknown> = {}) => ({
  ConditionCheck: { TableName: 'Things', Key, ConditionExpression, ...more },
});
const transact = (TransactItems: unknown, more: Record<string, unknown> = {}) =>
  db.run('TransactWriteItems', { TransactItems, ...more });
const count = async () => (await db.run('Scan', { TableName: 'Things' })).Count;

describe('serialization', () => {
  test('an action that is no structure', async () => {
    await expect(transact([{ Put: 'x' }])).rejects.toMatchObject({ code: 'SerializationException' });
  });
});

describe('validation', () => {
  const increment = { TableName: 'Things', Key: thing('there'), UpdateExpression: 'SET n = :n' };
  test.each<[unknown, string]>([
    [
      undefined,
      "1 validation error detected: Value null at 'transactItems' failed to satisfy constraint: Member must not be null",
    ],
    [
      [],
      "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
    [[{}], 'Invalid Request: TransactWriteRequest should contain Delete or Put or Update request'],
    [
      [{ ...put(thing('a')), Delete: { TableName: 'Things', Key: thing('a') } }],
      'TransactItems can only contain one of Check, Put, Update or Delete',
    ],
    [
      [put(thing('a')), { Delete: { TableName: 'Things', Key: thing('a', '1.0') } }],
      'Transaction request cannot include multiple operations on one item',
    ],
    [
      [{ ConditionCheck: { TableName: 'Things', Key: thing('a') } }],
      "1 validation error detected: Value null at 'transactItems.1.member.conditionCheck.conditionExpression' failed to satisfy constraint: Member must not be null",
    ],
    [
      [put(thing('a')), { Update: increment }],
      'Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :n',
    ],
    [[put({ ...thing('a'), n: { N: 'x' } })], 'The parameter cannot be converted to a numeric value: x'],
  ])('%j', async (actions, message) => {
    await expect(transact(actions)).rejects.toMatchObject({ code: 'ValidationException', message });
    expect(await count()).toBe(1);
  });

  test('more than a hundred actions', async () => {
    await expect(transact(Array.from({ length: 101 }, (_, at) => put(thing('a', at))))).rejects.toThrow(
      "at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100",
    );
  });

  test('a table that does not exist', async () => {
    await expect(
      transact([put(thing('a')), put(thing('b'), { TableName: 'Nothing' })]),
    ).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      message: 'Requested resource not found',
    });
    expect(await count()).toBe(1);
  });
});

describe('functionality', () => {
  test('all happen, over tables', async () => {
    await transact([
      put(thing('a')),
      put(thing('a'), { TableName: 'Others' }),
      {
        Update: {
          TableName: 'Things',
          Key: thing('there'),
          UpdateExpression: 'ADD x :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      },
      check(thing('nobody'), 'attribute_not_exists(pk)'),
    ]);
    expect(await count()).toBe(2);
    expect(await db.run('GetItem', { TableName: 'Things', Key: thing('there') })).toMatchObject({
      Item: { x: { N: '2' } },
    });
    expect(await db.run('Scan', { TableName: 'Others' })).toMatchObject({ Items: [thing('a')] });
  });

  test('or none, with a reason for each action', async () => {
    const actions = [
      put(thing('a')),
      check(thing('nobody'), 'attribute_exists(pk)'),
      put(thing('there'), {
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
      { Update: { TableName: 'Things', Key: thing('b'), UpdateExpression: 'SET a = b' } },
    ];
    await expect(transact(actions)).rejects.toMatchObject({
      code: 'TransactionCanceledException',
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ConditionalCheckFailed, ValidationError]',
      extra: {
        CancellationReasons: [
          { Code: 'None' },
          { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
          {
            Code: 'ConditionalCheckFailed',
            Message: 'The conditional request failed',
            Item: { ...thing('there'), x: { N: '1' } },
          },
          {
            Code: 'ValidationError',
            Message: 'The provided expression refers to an attribute that does not exist in the item',
          },
        ],
      },
    });
    expect(await count()).toBe(1);
  });

  test('a key that does not fit is a reason too', async () => {
    await expect(transact([put(thing('a')), put({ pk: { S: 'b' } })])).rejects.toMatchObject({
      extra: {
        CancellationReasons: [
          { Code: 'None' },
          {
            Code: 'ValidationError',
            Message: 'One or more parameter values were invalid: Missing the key sk in the item',
          },
        ],
      },
    });
  });

  describe('with a token', () => {
    const add = (by: string) => [
      {
        Update: {
          TableName: 'Things',
          Key: thing('there'),
          UpdateExpression: 'ADD x :by',
          ExpressionAttributeValues: { ':by': { N: by } },
        },
      },
    ];
    const x = async () => (await db.run('GetItem', { TableName: 'Things', Key: thing('there') })).Item;
    const token = { ClientRequestToken: 'token' };

    test('the same request again changes nothing for ten minutes', async () => {
      await transact(add('1'), token);
      expect(await transact(add('1'), { ...token, ReturnConsumedCapacity: 'TOTAL' })).toEqual({
        ConsumedCapacity: [{ TableName: 'Things', CapacityUnits: 2, ReadCapacityUnits: 2 }],
      });
      expect(await x()).toMatchObject({ x: { N: '2' } });
      db.cloud.clock.advance(10 * 60 * 1000);
      await transact(add('1'), token);
      expect(await x()).toMatchObject({ x: { N: '3' } });
    });

    test('another request is refused', async () => {
      await transact(add('1'), token);
      await expect(transact(add('2'), token)).rejects.toMatchObject({
        code: 'IdempotentParameterMismatchException',
      });
      expect(await x()).toMatchObject({ x: { N: '2' } });
    });

    test('a transaction that was cancelled may be tried again', async () => {
      const guarded = [check(thing('late'), 'attribute_exists(pk)'), ...add('1')];
      await expect(transact(guarded, token)).rejects.toMatchObject({ code: 'TransactionCanceledException' });
      await db.run('PutItem', { TableName: 'Things', Item: thing('late') });
      await transact(guarded, token);
      expect(await x()).toMatchObject({ x: { N: '2' } });
    });
  });

  test('capacity counts twice', async () => {
    const actions = [
      put({ ...thing('a'), x: { S: 'x'.repeat(1500) } }),
      put(thing('a'), { TableName: 'Others' }),
    ];
    expect(await transact(actions, { ReturnConsumedCapacity: 'TOTAL' })).toEqual({
      ConsumedCapacity: [
        { TableName: 'Things', CapacityUnits: 4, WriteCapacityUnits: 4 },
        { TableName: 'Others', CapacityUnits: 2, WriteCapacityUnits: 2 },
      ],
    });
  });

  test('each action needs the permission of its kind, on its table', async () => {
    db.cloud.authorized.length = 0;
    await transact([
      put(thing('a')),
      check(thing('b'), 'attribute_not_exists(pk)'),
      { Delete: { TableName: 'Others', Key: thing('c') } },
    ]);
    const context = (key: string) => ({
      'dynamodb:LeadingKeys': [key],
      'dynamodb:EnclosingOperation': 'TransactWriteItems',
    });
    const table = (name: string) => `arn:aws:dynamodb:us-east-1:000000000000:table/${name}`;
    expect(db.cloud.authorized.map(({ permission }) => permission)).toEqual([
      { action: 'dynamodb:PutItem', resource: table('Things'), context: context('a') },
      { action: 'dynamodb:ConditionCheckItem', resource: table('Things'), context: context('b') },
      { action: 'dynamodb:DeleteItem', resource: table('Others'), context: context('c') },
    ]);
  });
});
