import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StreamRecord, StreamSubscription } from '../index.ts';
import { startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;
const streamArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/Things';

beforeEach(() => {
  db = startDynamoDb();
});

afterEach(() => db[Symbol.asyncDispose]());

const create = (StreamViewType: string) =>
  db.createTable({ StreamSpecification: { StreamEnabled: true, StreamViewType } });
const put = (pk: string, more: Record<string, unknown> = {}) =>
  db.run('PutItem', { TableName: 'Things', Item: { ...thing(pk), ...more } });

function collect(more: Partial<StreamSubscription> = {}): { records: StreamRecord[]; stop: () => void } {
  const records: StreamRecord[] = [];
  const subscription = { streamArn, consumerId: 'test', onFailure: () => 'skip' as const, ...more };
  const stop = db.service.onStreamRecords(subscription, async (some) => void records.push(...some));
  return { records, stop };
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
  const { records } = collect();
  await put('a', { x: { N: '1' } });
  await put('a', { x: { N: '2' } });
  await put('a', { x: { N: '2.0' } });
  await db.run('DeleteItem', { TableName: 'Things', Key: thing('a') });
  await db.run('DeleteItem', { TableName: 'Things', Key: thing('a') });
  await db.cloud.tracker.settle();
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
  const { records } = collect();
  await put('a');
  await db.cloud.tracker.settle();
  expect(records[0]).toEqual({
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
  });
});

test('records come in order, in batches, one batch at a time', async () => {
  await create('KEYS_ONLY');
  const batches: string[][] = [];
  let running = 0;
  db.service.onStreamRecords(
    { streamArn, consumerId: 'test', batchSize: 2, onFailure: () => 'skip' },
    async (records) => {
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      batches.push(records.map(({ dynamodb: { Keys } }) => (Keys.pk as { S: string }).S));
      running -= 1;
    },
  );
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((pk) => put(pk)));
  await db.cloud.tracker.settle();
  expect(batches.flat()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(batches.every((batch) => batch.length <= 2)).toBe(true);
});

test('what a listener rejects comes again, before anything newer', async () => {
  await create('KEYS_ONLY');
  const seen: string[] = [];
  const attempts: number[] = [];
  const good = Promise.withResolvers<void>();
  db.service.onStreamRecords(
    {
      streamArn,
      consumerId: 'test',
      batchSize: 1,
      onFailure: (error, records, attempt) => {
        attempts.push(attempt);
        return attempt < 2 ? 'retry' : 'skip';
      },
    },
    async ([record]) => {
      const key = (record!.dynamodb.Keys.pk as { S: string }).S;
      seen.push(key);
      if (key === 'bad') throw new Error('no');
      good.resolve();
    },
  );
  await put('bad');
  await put('good');
  await good.promise;
  expect(seen).toEqual(['bad', 'bad', 'good']);
  expect(attempts).toEqual([1, 2]);
});

test('a reader goes on where it stopped, others begin at the beginning or at the end', async () => {
  await create('KEYS_ONLY');
  const first = collect();
  await put('a');
  await db.cloud.tracker.settle();
  first.stop();
  await put('b');
  const again = collect();
  const other = collect({ consumerId: 'other' });
  const late = collect({ consumerId: 'late', startingPosition: 'LATEST' });
  await put('c');
  await db.cloud.tracker.settle();
  const keys = ({ records }: { records: StreamRecord[] }) => records.map(({ dynamodb }) => dynamodb.Keys.pk);
  expect(keys(first)).toEqual([{ S: 'a' }]);
  expect(keys(again)).toEqual([{ S: 'b' }, { S: 'c' }]);
  expect(keys(other)).toEqual([{ S: 'a' }, { S: 'b' }, { S: 'c' }]);
  expect(keys(late)).toEqual([{ S: 'c' }]);
});

test('a transaction that is cancelled leaves no records', async () => {
  await create('KEYS_ONLY');
  const { records } = collect();
  const TransactItems = [
    { Put: { TableName: 'Things', Item: thing('a') } },
    { ConditionCheck: { TableName: 'Things', Key: thing('b'), ConditionExpression: 'attribute_exists(pk)' } },
  ];
  await expect(db.run('TransactWriteItems', { TransactItems })).rejects.toThrow('Transaction cancelled');
  await db.cloud.tracker.settle();
  expect(records).toEqual([]);
});

test('a table without a stream cannot be listened to', async () => {
  await db.createTable();
  expect(() => collect()).toThrow(expect.objectContaining({ code: 'NoStream' }));
});
