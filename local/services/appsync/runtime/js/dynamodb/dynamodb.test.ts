import { describe, expect, test } from 'vitest';
import * as ddb from './index.ts';

describe('items', () => {
  test('get', () => {
    expect(ddb.get({ key: { id: 'a' } })).toEqual({ operation: 'GetItem', key: { id: { S: 'a' } } });
    expect(
      ddb.get({ key: { id: 1 }, consistentRead: true, projection: ['id', 'nested.list[1]', 'nested'] }),
    ).toEqual({
      operation: 'GetItem',
      key: { id: { N: 1 } },
      consistentRead: true,
      projection: {
        expression: '#expName_1, #expName_2.#expName_3[1], #expName_2',
        expressionNames: { '#expName_1': 'id', '#expName_2': 'nested', '#expName_3': 'list' },
      },
    });
  });

  test('put, with and without a condition', () => {
    expect(ddb.put({ key: { id: 'a' }, item: { n: 10, gone: undefined } })).toEqual({
      operation: 'PutItem',
      key: { id: { S: 'a' } },
      attributeValues: { n: { N: 10 } },
    });
    expect(
      ddb.put({ key: { id: 'a' }, item: {}, condition: { id: { attributeExists: false } }, _version: 2 }),
    ).toMatchObject({
      condition: { expression: '(attribute_not_exists(#id))', expressionNames: { '#id': 'id' } },
      _version: 2,
    });
    expect(
      ddb.put({ key: { id: 'a' }, item: {}, condition: { id: { attributeExists: false } } }).condition,
    ).not.toHaveProperty('expressionValues');
  });

  test('remove', () => {
    expect(ddb.remove({ key: { id: 'a' }, condition: { owner: { eq: 'me' } } })).toEqual({
      operation: 'DeleteItem',
      key: { id: { S: 'a' } },
      condition: {
        expression: '(#owner = :owner_eq)',
        expressionNames: { '#owner': 'owner' },
        expressionValues: { ':owner_eq': { S: 'me' } },
      },
    });
  });
});

describe('update', () => {
  const expression = (update: unknown): unknown => ddb.update({ key: { id: 'a' }, update }).update;
  const { operations } = ddb;

  test.each([
    ['a plain value', 10, 'SET #expName_1 = :expValue_1', { N: 10 }],
    ['add', operations.add(10), 'SET #expName_1 = :expValue_1', { N: 10 }],
    ['replace', operations.replace({ a: 1 }), 'SET #expName_1 = :expValue_1', { M: { a: { N: 1 } } }],
    ['increment', operations.increment(10), 'SET #expName_1 = #expName_1 + :expValue_1', { N: 10 }],
    ['increment by default', operations.increment(), 'SET #expName_1 = #expName_1 + :expValue_1', { N: 1 }],
    ['decrement', operations.decrement(2), 'SET #expName_1 = #expName_1 - :expValue_1', { N: 2 }],
    [
      'append',
      operations.append([1]),
      'SET #expName_1 = list_append(#expName_1, :expValue_1)',
      { L: [{ N: 1 }] },
    ],
    [
      'prepend',
      operations.prepend([1]),
      'SET #expName_1 = list_append(:expValue_1, #expName_1)',
      { L: [{ N: 1 }] },
    ],
    ['a list item', operations.updateListItem('x', 2), 'SET #expName_1[2] = :expValue_1', { S: 'x' }],
    ['a list', ['x'], 'SET #expName_1 = :expValue_1', { L: [{ S: 'x' }] }],
    ['a set', ddb.toStringSet?.(['x']), 'SET #expName_1 = :expValue_1', { SS: ['x'] }],
  ])('%s', (_, value, text, bound) => {
    expect(expression({ field: value })).toEqual({
      expression: text,
      expressionNames: { '#expName_1': 'field' },
      expressionValues: { ':expValue_1': bound },
    });
  });

  test('null and remove take attributes away; objects are descended into; clauses come once each', () => {
    expect(expression({ a: 1, b: null, c: operations.remove(), d: { e: 2, f: { g: 3 } } })).toEqual({
      expression:
        'SET #expName_1 = :expValue_1, #expName_4.#expName_5 = :expValue_5, #expName_4.#expName_6.#expName_7 = :expValue_7 REMOVE #expName_2, #expName_3',
      expressionNames: {
        '#expName_1': 'a',
        '#expName_2': 'b',
        '#expName_3': 'c',
        '#expName_4': 'd',
        '#expName_5': 'e',
        '#expName_6': 'f',
        '#expName_7': 'g',
      },
      expressionValues: { ':expValue_1': { N: 1 }, ':expValue_5': { N: 2 }, ':expValue_7': { N: 3 } },
    });
  });
});

describe('lists', () => {
  test('query', () => {
    expect(
      ddb.query({
        index: 'byOwner',
        query: { owner: { eq: 'me' }, at: { between: [1, 2] } },
        filter: { open: { eq: true } },
        limit: 10,
        nextToken: null,
        scanIndexForward: false,
      }),
    ).toEqual({
      operation: 'Query',
      index: 'byOwner',
      limit: 10,
      scanIndexForward: false,
      query: {
        expression: '#owner = :owner_eq AND #at BETWEEN :at_between_1 AND :at_between_2',
        expressionNames: { '#owner': 'owner', '#at': 'at' },
        expressionValues: { ':owner_eq': { S: 'me' }, ':at_between_1': { N: 1 }, ':at_between_2': { N: 2 } },
      },
      filter: {
        expression: '(#open = :open_eq)',
        expressionNames: { '#open': 'open' },
        expressionValues: { ':open_eq': { BOOL: true } },
      },
    });
    expect(() => ddb.query({ query: { id: { ne: 1 } } })).toThrow('Unsupported key condition id.ne.');
  });

  test('scan and sync', () => {
    expect(ddb.scan({ limit: 10, nextToken: 'abc' })).toEqual({
      operation: 'Scan',
      limit: 10,
      nextToken: 'abc',
    });
    expect(ddb.sync({ lastSync: 1 })).toEqual({ operation: 'Sync', lastSync: 1 });
  });
});

describe('batches and transactions', () => {
  test('batches', () => {
    expect(ddb.batchGet({ tables: { t: { keys: [{ id: '1' }], consistentRead: false } } })).toEqual({
      operation: 'BatchGetItem',
      tables: { t: { keys: [{ id: { S: '1' } }], consistentRead: false } },
    });
    expect(ddb.batchPut({ tables: { t: [{ id: '1' }] } })).toEqual({
      operation: 'BatchPutItem',
      tables: { t: [{ id: { S: '1' } }] },
    });
    expect(ddb.batchDelete({ tables: { t: [{ id: '1' }] } })).toEqual({
      operation: 'BatchDeleteItem',
      tables: { t: [{ id: { S: '1' } }] },
    });
  });

  test('transactions', () => {
    expect(ddb.transactGet({ items: [{ table: 't', key: { id: '1' }, projection: ['a'] }] })).toEqual({
      operation: 'TransactGetItems',
      transactItems: [
        {
          table: 't',
          key: { id: { S: '1' } },
          projection: { expression: '#expName_1', expressionNames: { '#expName_1': 'a' } },
        },
      ],
    });
    const key = { id: '1' };
    const written = ddb.transactWrite({
      items: [
        { putItem: { table: 't', key, item: { a: 1 } } },
        { updateItem: { table: 't', key, update: { a: 2 } } },
        { deleteItem: { table: 't', key } },
        { conditionCheck: { table: 't', key, condition: { a: { gt: 0 } } } },
      ],
    });
    expect(written).toMatchObject({
      operation: 'TransactWriteItems',
      transactItems: [
        { table: 't', operation: 'PutItem', attributeValues: { a: { N: 1 } } },
        { table: 't', operation: 'UpdateItem', update: { expression: 'SET #expName_1 = :expValue_1' } },
        { table: 't', operation: 'DeleteItem', key: { id: { S: '1' } } },
        { table: 't', operation: 'ConditionCheck', condition: { expression: '(#a > :a_gt)' } },
      ],
    });
    expect(() => ddb.transactWrite({ items: [{ other: {} }] })).toThrow(
      'Unsupported transaction item other.',
    );
  });
});
