import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { INDEXED_THINGS, startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(async () => {
  db = startDynamoDb();
  await db.createTable(INDEXED_THINGS);
});

afterEach(() => db[Symbol.asyncDispose]());

const update = (expression: string | undefined, more: Record<string, unknown> = {}) =>
  db.run('UpdateItem', { TableName: 'Things', Key: thing('a'), UpdateExpression: expression, ...more });

describe('serialization', () => {
  test('an expression that is no text', async () => {
    await expect(update(undefined, { UpdateExpression: 1 })).rejects.toMatchObject({
      code: 'SerializationException',
      message: 'NUMBER_VALUE cannot be converted to String',
    });
  });
});

describe('validation', () => {
  const one = { ExpressionAttributeValues: { ':v': { N: '1' } } };
  test.each<[string, Record<string, unknown>, string]>([
    ['SET x = :v', { Key: { pk: { S: 'a' } }, ...one }, 'The provided key element does not match the schema'],
    [
      'SET pk = :v',
      one,
      'One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key',
    ],
    [
      'REMOVE sk',
      {},
      'One or more parameter values were invalid: Cannot update attribute sk. This attribute is part of the key',
    ],
    [
      'SET shelf = :v',
      one,
      'One or more parameter values were invalid: Type mismatch for Index Key shelf Expected: S Actual: N IndexName: byShelf',
    ],
    [
      'SET shelf = if_not_exists(shelf, :v)',
      one,
      'The update expression attempted to update the secondary index key to unsupported type',
    ],
    [
      'SET shelf.x = :v',
      one,
      "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: IndexKey: shelf",
    ],
    [
      'SET shelf = :v',
      { ExpressionAttributeValues: { ':v': { S: '' } } },
      'One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.',
    ],
    [
      'SET x = :v',
      { ExpressionAttributeValues: { ':v': { S: 'x'.repeat(409_600) } } },
      'Item size to update has exceeded the maximum allowed size',
    ],
    [
      'SET x = :v',
      {},
      'Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :v',
    ],
    [
      'SET x = :v',
      { ...one, ReturnValues: 'ALL' },
      "1 validation error detected: Value 'ALL' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]",
    ],
  ])('%s %j', async (expression, more, message) => {
    await expect(update(expression, more)).rejects.toMatchObject({ code: 'ValidationException', message });
    expect(await db.run('Scan', { TableName: 'Things' })).toMatchObject({ Count: 0 });
  });
});

describe('functionality', () => {
  const set = (x: string, more: Record<string, unknown> = {}) =>
    update('SET doc.x = :x, y = :y REMOVE z', {
      ExpressionAttributeValues: { ':x': { N: x }, ':y': { N: x } },
      ...more,
    });

  beforeEach(() =>
    db.run('PutItem', {
      TableName: 'Things',
      Item: { ...thing('a'), doc: { M: { x: { N: '1' }, rest: { S: 'r' } } }, z: { S: 'z' }, k: { S: 'k' } },
    }),
  );

  test.each<[string, unknown]>([
    ['NONE', {}],
    [
      'ALL_OLD',
      {
        Attributes: {
          ...thing('a'),
          doc: { M: { x: { N: '1' }, rest: { S: 'r' } } },
          z: { S: 'z' },
          k: { S: 'k' },
        },
      },
    ],
    ['UPDATED_OLD', { Attributes: { doc: { M: { x: { N: '1' } } }, z: { S: 'z' } } }],
    [
      'ALL_NEW',
      {
        Attributes: {
          ...thing('a'),
          doc: { M: { x: { N: '2' }, rest: { S: 'r' } } },
          y: { N: '2' },
          k: { S: 'k' },
        },
      },
    ],
    ['UPDATED_NEW', { Attributes: { doc: { M: { x: { N: '2' } } }, y: { N: '2' } } }],
  ])('ReturnValues %s', async (ReturnValues, expected) => {
    expect(await set('2', { ReturnValues })).toEqual(expected);
  });

  test('an item that does not exist is made, also without an expression', async () => {
    expect(await update(undefined, { Key: thing('new'), ReturnValues: 'ALL_NEW' })).toEqual({
      Attributes: thing('new'),
    });
    expect(
      await update('ADD hits :n', { Key: thing('hits'), ExpressionAttributeValues: { ':n': { N: '1' } } }),
    ).toEqual({});
    expect(await db.run('GetItem', { TableName: 'Things', Key: thing('hits') })).toEqual({
      Item: { ...thing('hits'), hits: { N: '1' } },
    });
  });

  test('sixty increments at once all count', async () => {
    const increments = Array.from({ length: 60 }, () =>
      update('SET hits = if_not_exists(hits, :zero) + :one', {
        ExpressionAttributeValues: { ':zero': { N: '0' }, ':one': { N: '1' } },
      }),
    );
    await Promise.all(increments);
    expect(await db.run('GetItem', { TableName: 'Things', Key: thing('a') })).toMatchObject({
      Item: { hits: { N: '60' } },
    });
  });

  test('an index follows its attribute', async () => {
    const onShelf = (shelf: string) =>
      db.run('Query', {
        TableName: 'Things',
        IndexName: 'byShelf',
        KeyConditionExpression: 'shelf = :c',
        ExpressionAttributeValues: { ':c': { S: shelf } },
        Select: 'COUNT',
      });
    await update('SET shelf = :c', { ExpressionAttributeValues: { ':c': { S: 'one' } } });
    expect(await onShelf('one')).toMatchObject({ Count: 1 });
    await update('SET shelf = :c', { ExpressionAttributeValues: { ':c': { S: 'two' } } });
    expect(await onShelf('one')).toMatchObject({ Count: 0 });
    expect(await onShelf('two')).toMatchObject({ Count: 1 });
    await update('REMOVE shelf');
    expect(await onShelf('two')).toMatchObject({ Count: 0 });
  });
});
