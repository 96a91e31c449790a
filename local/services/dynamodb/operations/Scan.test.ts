import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { INDEXED_THINGS, startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;
const KEYS = Array.from({ length: 40 }, (_, at) => `key${at}`);

beforeEach(async () => {
  db = startDynamoDb();
  await db.createTable(INDEXED_THINGS);
  for (const key of KEYS) {
    const shelf = key.endsWith('1') ? { shelf: { S: key } } : {};
    await db.run('PutItem', { TableName: 'Things', Item: { ...thing(key), ...shelf, more: { S: key } } });
  }
});

afterEach(() => db[Symbol.asyncDispose]());

const scan = (more: Record<string, unknown> = {}) =>
  db.run<{ Items: { pk: { S: string } }[]; LastEvaluatedKey?: unknown }>('Scan', {
    TableName: 'Things',
    ...more,
  });

describe('serialization', () => {
  test('a segment of text', async () => {
    await expect(scan({ Segment: 'one' })).rejects.toMatchObject({ code: 'SerializationException' });
  });
});

describe('validation', () => {
  test.each<[Record<string, unknown>, string]>([
    [
      { Segment: 0 },
      'The TotalSegments parameter is required but was not present in the request when Segment parameter is present',
    ],
    [
      { TotalSegments: 2 },
      'The Segment parameter is required but was not present in the request when parameter TotalSegments is present',
    ],
    [
      { TotalSegments: 2, Segment: 2 },
      'The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2',
    ],
    [
      { TotalSegments: 0, Segment: 0 },
      "1 validation error detected: Value '0' at 'totalSegments' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [
      { IndexName: 'byShelf', ConsistentRead: true },
      'Consistent reads are not supported on global secondary indexes',
    ],
    [
      { ExpressionAttributeValues: { ':n': { N: '1' } } },
      'ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null',
    ],
  ])('%j', async (more, message) => {
    await expect(scan(more)).rejects.toMatchObject({ code: 'ValidationException', message });
  });
});

describe('functionality', () => {
  test('segments share all items, each item in one', async () => {
    const segments = await Promise.all([0, 1, 2].map((Segment) => scan({ Segment, TotalSegments: 3 })));
    const keys = segments.flatMap(({ Items }) => Items.map(({ pk }) => pk.S));
    expect(keys.toSorted()).toEqual(KEYS.toSorted());
    expect(segments.every(({ Items }) => Items.length > 0)).toBe(true);
  });

  test.each([undefined, 'byShelf'])('pages of %s meet without gaps', async (IndexName) => {
    const whole = await scan({ IndexName });
    const seen: unknown[] = [];
    let ExclusiveStartKey: unknown;
    do {
      const page = await scan({ IndexName, Limit: 3, ExclusiveStartKey });
      seen.push(...page.Items);
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    expect(seen).toEqual(whole.Items);
    expect(seen).toHaveLength(IndexName ? 4 : KEYS.length);
  });

  test('a start key of another segment is refused', async () => {
    const [first] = (await scan({ Segment: 0, TotalSegments: 2 })).Items;
    const ExclusiveStartKey = thing(first!.pk.S);
    await expect(scan({ Segment: 1, TotalSegments: 2, ExclusiveStartKey })).rejects.toMatchObject({
      message:
        'The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: 2 Segment: 1',
    });
  });

  test('a filter may look at keys', async () => {
    const page = await scan({
      FilterExpression: 'pk = :k',
      ExpressionAttributeValues: { ':k': { S: 'key7' } },
      ProjectionExpression: 'more',
    });
    expect(page).toEqual({ Items: [{ more: { S: 'key7' } }], Count: 1, ScannedCount: 40 });
  });
});
