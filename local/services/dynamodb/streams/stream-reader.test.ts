import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StreamRecord } from '../../../core/context.ts';
import { startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(() => {
  db = startDynamoDb();
});

afterEach(() => db[Symbol.asyncDispose]());

const create = (StreamViewType: string) =>
  db.createTable({ StreamSpecification: { StreamEnabled: true, StreamViewType } });
const put = (pk: string, more: Record<string, unknown> = {}) =>
  db.run('PutItem', { TableName: 'Things', Item: { ...thing(pk), ...more } });
const keys = (records: readonly StreamRecord[]) =>
  records.map(({ dynamodb }) => (dynamodb.Keys['pk'] as { S: string }).S);

async function latestStream(): Promise<string> {
  const answer = await db.run<{ Table: { LatestStreamArn: string } }>('DescribeTable', {
    TableName: 'Things',
  });
  return answer.Table.LatestStreamArn;
}

test.each([
  ['KEYS_ONLY', {}, {}, {}],
  ['NEW_IMAGE', { NewImage: { x: 1 } }, { NewImage: { x: 2 } }, {}],
  ['OLD_IMAGE', {}, { OldImage: { x: 1 } }, { OldImage: { x: 2 } }],
  [
    'NEW_AND_OLD_IMAGES',
    { NewImage: { x: 1 } },
    { NewImage: { x: 2 }, OldImage: { x: 1 } },
    { OldImage: { x: 2 } },
  ],
])('%s shows its images', async (viewType, ...images) => {
  await create(viewType);
  await put('a', { x: { N: '1' } });
  await put('a', { x: { N: '2' } });
  await put('a', { x: { N: '2.0' } });
  await db.run('DeleteItem', { TableName: 'Things', Key: thing('a') });
  await db.run('DeleteItem', { TableName: 'Things', Key: thing('a') });
  const records = await db.readStream();
  expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
  for (const [at, expected] of images.entries()) {
    const shown = Object.entries(expected as Record<string, { x: number }>).map(([image, { x }]) => [
      image,
      { ...thing('a'), x: { N: String(x) } },
    ]);
    const { Keys, NewImage, OldImage, StreamViewType } = records[at]!.dynamodb;
    expect({ Keys, NewImage, OldImage, StreamViewType }).toEqual({
      Keys: thing('a'),
      NewImage: undefined,
      OldImage: undefined,
      StreamViewType: viewType,
      ...Object.fromEntries(shown),
    });
  }
});

test('a record has the shape that Lambda gets', async () => {
  await create('KEYS_ONLY');
  await put('a');
  expect(await db.readStream()).toEqual([
    {
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: thing('a'),
        SequenceNumber: expect.stringMatching(/^\d{21}$/),
        SizeBytes: 7,
        StreamViewType: 'KEYS_ONLY',
      },
      eventSourceARN: expect.stringMatching(/:table\/Things\/stream\/\d{4}-\d\d-\d\dT/),
    },
  ]);
});

test('records are read in order, after a sequence number, at most as many as asked for', async () => {
  await create('KEYS_ONLY');
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((pk) => put(pk)));
  const stream = await latestStream();
  const first = await db.service.readStream(stream, undefined, 2);
  expect(keys(first)).toEqual(['a', 'b']);
  const rest = await db.service.readStream(stream, first[1]!.dynamodb.SequenceNumber, 100);
  expect(keys(rest)).toEqual(['c', 'd', 'e']);
  expect(db.service.latestSequence(stream)).toBe(rest[2]!.dynamodb.SequenceNumber);
  const numbers = [...first, ...rest].map(({ dynamodb }) => dynamodb.SequenceNumber);
  expect(numbers).toEqual(numbers.toSorted());
});

test('a listener is told after a commit, of its own stream alone, until it stops', async () => {
  await create('KEYS_ONLY');
  await db.createTable({
    TableName: 'Others',
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
  });
  const seen: string[][] = [];
  const stream = await latestStream();
  const stop = db.service.onStream(stream, () => {
    seen.push(keys(db.service.readStream(stream, undefined, 100)));
  });
  await put('a');
  await db.run('PutItem', { TableName: 'Others', Item: thing('x') });
  await put('b');
  stop();
  await put('c');
  expect(seen).toEqual([['a'], ['a', 'b']]);
});

test('a transaction that is cancelled leaves no records', async () => {
  await create('KEYS_ONLY');
  const TransactItems = [
    { Put: { TableName: 'Things', Item: thing('a') } },
    { ConditionCheck: { TableName: 'Things', Key: thing('b'), ConditionExpression: 'attribute_exists(pk)' } },
  ];
  await expect(db.run('TransactWriteItems', { TransactItems })).rejects.toThrow('Transaction cancelled');
  expect(await db.readStream()).toEqual([]);
});

test('records can be read for a day; the numbers of later ones go on', async () => {
  await create('KEYS_ONLY');
  await put('a');
  const [old] = await db.readStream();
  db.cloud.clock.advance(25 * 3_600_000);
  expect(await db.readStream()).toEqual([]);
  await put('b');
  expect(keys(await db.readStream(old!.dynamodb.SequenceNumber))).toEqual(['b']);
});

test('a stream that no table has cannot be read', async () => {
  await db.createTable();
  const none = 'arn:aws:dynamodb:us-east-1:000000000000:table/Things/stream/2026-01-01T00:00:00.000';
  const error = expect.objectContaining({ code: 'ResourceNotFoundException' });
  expect(() => db.service.readStream(none, undefined, 1)).toThrow(error);
  expect(() => db.service.latestSequence(none)).toThrow(error);
  expect(() => db.service.onStream(none, () => undefined)).toThrow(error);
});
