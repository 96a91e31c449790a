import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { INDEXED_THINGS, startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

const NUMBERS = ['-20', '-3', '-0.5', '0', '0.07', '2', '10', '1e20'];

beforeEach(async () => {
  db = startDynamoDb();
  await db.createTable(INDEXED_THINGS);
  for (const [at, number] of NUMBERS.entries()) {
    const item = {
      ...thing('a', number),
      shelf: { S: 'c' },
      place: { S: `p${at % 3}` },
      note: { S: `n${at}` },
      more: { N: '1' },
    };
    await db.run('PutItem', { TableName: 'Things', Item: item });
  }
  await db.run('PutItem', { TableName: 'Things', Item: thing('ab', 1) });
});

afterEach(() => db[Symbol.asyncDispose]());

const A = { ':a': { S: 'a' } };

function query(condition: string, values: Record<string, unknown> = {}, more: Record<string, unknown> = {}) {
  return db.run<{ Items: Record<string, { N: string; S: string }>[]; LastEvaluatedKey?: unknown }>('Query', {
    TableName: 'Things',
    KeyConditionExpression: condition,
    ExpressionAttributeValues: { ...A, ...values },
    ...more,
  });
}

const numbers = (page: { Items: Record<string, { N: string }>[] }) =>
  page.Items.map(({ sk }) => Number(sk!.N));

describe('serialization', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ Limit: '5' }, 'STRING_VALUE cannot be converted to Integer'],
    [{ ScanIndexForward: {} }, 'Start of structure or map found where not expected'],
  ])('%j', async (more, message) => {
    await expect(query('pk = :a', {}, more)).rejects.toMatchObject({
      code: 'SerializationException',
      message,
    });
  });
});

describe('validation', () => {
  const n = { ':n': { N: '1' } };
  test.each<[string, Record<string, unknown>, string]>([
    ['pk > :a', {}, 'Query key condition not supported'],
    ['sk = :a', {}, 'Query condition missed key schema element: pk'],
    ['pk = :a and zz = :n', n, 'Query condition missed key schema element: sk'],
    ['pk = :a or sk = :n', n, 'Invalid operator used in KeyConditionExpression: OR'],
    ['pk = :a and sk <> :n', n, 'Invalid operator used in KeyConditionExpression: <>'],
    ['pk = :a and not sk = :n', n, 'Invalid operator used in KeyConditionExpression: NOT'],
    ['pk = :a and sk in (:n)', n, 'Invalid operator used in KeyConditionExpression: IN'],
    [
      'pk = :a and attribute_exists(sk)',
      {},
      'Invalid operator used in KeyConditionExpression: attribute_exists',
    ],
    ['pk = :a and size(sk) = :n', n, 'KeyConditionExpressions cannot contain nested operations'],
    ['pk = :a and pk = :a', {}, 'KeyConditionExpressions must only contain one condition per key'],
    ['pk = :a and sk > :n and sk < :n', n, 'KeyConditionExpressions must only contain one condition per key'],
    [
      'pk = :a and sk = pk',
      {},
      'Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition',
    ],
    [
      'pk = :a and sk = :a',
      {},
      'One or more parameter values were invalid: Condition parameter type does not match schema type',
    ],
    [
      'pk.x = :a',
      {},
      "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk",
    ],
  ])('%s', async (condition, values, message) => {
    await expect(query(condition, values)).rejects.toMatchObject({ code: 'ValidationException', message });
  });

  test.each<[Record<string, unknown>, string]>([
    [
      { Limit: 0 },
      "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [{ IndexName: 'nope' }, 'The table does not have the specified index: nope'],
    [
      { FilterExpression: 'sk <> pk' },
      'Filter Expression can only contain non-primary key attributes: Primary key attribute: pk',
    ],
    [
      { KeyConditionExpression: undefined, ExpressionAttributeValues: undefined },
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    ],
    [
      { Select: 'COUNT', ProjectionExpression: 'x' },
      'Cannot specify the ProjectionExpression when choosing to get only the Count',
    ],
    [
      { ExclusiveStartKey: { pk: { S: 'a' } } },
      'The provided starting key is invalid: The provided key element does not match the schema',
    ],
    [
      { ExclusiveStartKey: thing('b') },
      'The provided starting key is outside query boundaries based on provided conditions',
    ],
  ])('%j', async (more, message) => {
    await expect(query('pk = :a', {}, more)).rejects.toMatchObject({ code: 'ValidationException', message });
  });

  test.each<[Record<string, unknown>, string]>([
    [{ ConsistentRead: true }, 'Consistent reads are not supported on global secondary indexes'],
    [
      { Select: 'ALL_ATTRIBUTES' },
      'One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index byShelf because its projection type is not ALL',
    ],
    [
      { ProjectionExpression: 'more' },
      'One or more parameter values were invalid: Global secondary index byShelf does not project [more]',
    ],
    [{ ExclusiveStartKey: thing('a', 2) }, 'The provided starting key is invalid'],
  ])('of a global index: %j', async (more, message) => {
    await expect(query('shelf = :a', {}, { IndexName: 'byShelf', ...more })).rejects.toMatchObject({
      message,
    });
  });
});

describe('functionality', () => {
  test('sort keys come in the order of numbers, both ways', async () => {
    const sorted = NUMBERS.map(Number);
    expect(numbers(await query('pk = :a'))).toEqual(sorted);
    expect(numbers(await query('pk = :a', {}, { ScanIndexForward: false }))).toEqual(sorted.toReversed());
  });

  test.each<[string, string[], number[]]>([
    ['sk = :x', ['2.0'], [2]],
    ['sk < :x', ['0'], [-20, -3, -0.5]],
    ['sk <= :x', ['0'], [-20, -3, -0.5, 0]],
    ['sk > :x', ['2'], [10, 1e20]],
    [':x <= sk', ['2'], [2, 10, 1e20]],
    ['sk BETWEEN :x AND :y', ['-3', '0.07'], [-3, -0.5, 0, 0.07]],
  ])('pk = :a AND %s', async (condition, [x, y], expected) => {
    const values = { ':x': { N: x }, ...(y !== undefined && { ':y': { N: y } }) };
    expect(numbers(await query(`pk = :a AND ${condition}`, values))).toEqual(expected);
    const reversed = await query(`(${condition}) AND pk = :a`, values, { ScanIndexForward: false });
    expect(numbers(reversed)).toEqual(expected.toReversed());
  });

  test.each([true, false])('pages meet without gaps, forward %s', async (ScanIndexForward) => {
    for (const IndexName of [undefined, 'byShelf', 'byPlace']) {
      const condition = IndexName === 'byShelf' ? 'shelf = :a' : 'pk = :a';
      const values = IndexName === 'byShelf' ? { ':a': { S: 'c' } } : {};
      const whole = await query(condition, values, { IndexName, ScanIndexForward });
      const seen: unknown[] = [];
      let ExclusiveStartKey: unknown;
      do {
        const page = await query(condition, values, {
          IndexName,
          ScanIndexForward,
          Limit: 3,
          ExclusiveStartKey,
        });
        seen.push(...page.Items);
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      expect(seen).toEqual(whole.Items);
      expect(seen).toHaveLength(NUMBERS.length);
    }
  });

  test('a global index answers what it projects, and where it stopped with both keys', async () => {
    const page = await query('shelf = :a', { ':a': { S: 'c' } }, { IndexName: 'byShelf', Limit: 1 });
    expect(page).toEqual({
      Items: [{ ...thing('a', '-20'), shelf: { S: 'c' }, note: { S: 'n0' } }],
      Count: 1,
      ScannedCount: 1,
      LastEvaluatedKey: { ...thing('a', '-20'), shelf: { S: 'c' } },
    });
  });

  test('a local index is ordered by its own key and fetches what it lacks', async () => {
    const places = { ':p': { S: 'p1' } };
    const inPlace = (more: Record<string, unknown>) =>
      query('pk = :a AND begins_with(place, :p)', places, { IndexName: 'byPlace', ...more });
    expect((await inPlace({})).Items[0]).toEqual({ ...thing('a', '-3'), place: { S: 'p1' } });
    expect((await inPlace({ ProjectionExpression: 'note' })).Items).toEqual([
      { note: { S: 'n1' } },
      { note: { S: 'n4' } },
      { note: { S: 'n7' } },
    ]);
    expect(await inPlace({ Select: 'COUNT', ConsistentRead: true })).toEqual({ Count: 3, ScannedCount: 3 });
  });

  test('a filter counts after the limit', async () => {
    const page = await query('pk = :a', { ':n': { S: 'n1' } }, { FilterExpression: 'note = :n', Limit: 3 });
    expect(page).toMatchObject({ Count: 1, ScannedCount: 3, LastEvaluatedKey: thing('a', '-0.5') });
  });

  test('a page ends before a megabyte', async () => {
    for (let at = 0; at < 4; at += 1) {
      await db.run('PutItem', {
        TableName: 'Things',
        Item: { ...thing('big', at), x: { S: 'x'.repeat(350_000) } },
      });
    }
    const page = await query('pk = :a', { ':a': { S: 'big' } }, { ReturnConsumedCapacity: 'TOTAL' });
    expect(page).toMatchObject({
      Count: 2,
      LastEvaluatedKey: thing('big', 1),
      ConsumedCapacity: { TableName: 'Things', CapacityUnits: 85.5 },
    });
  });

  test('the permission names the index and the partition', async () => {
    await query('shelf = :a', { ':a': { S: 'c' } }, { IndexName: 'byShelf' });
    expect(db.cloud.authorized.at(-1)?.permission).toEqual({
      action: 'dynamodb:Query',
      resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/Things/index/byShelf',
      context: { 'dynamodb:LeadingKeys': ['c'] },
    });
  });
});
