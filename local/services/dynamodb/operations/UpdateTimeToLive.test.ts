import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { INDEXED_THINGS, startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(async () => {
  db = startDynamoDb();
  const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' };
  await db.createTable({ ...INDEXED_THINGS, StreamSpecification });
});

afterEach(() => db[Symbol.asyncDispose]());

const enable = (AttributeName = 'until', Enabled: unknown = true) =>
  db.run('UpdateTimeToLive', { TableName: 'Things', TimeToLiveSpecification: { AttributeName, Enabled } });
const inSeconds = (seconds: number) => ({ N: String(Math.floor(db.cloud.clock.now() / 1000) + seconds) });
const put = (pk: string, until: unknown) =>
  db.run('PutItem', { TableName: 'Things', Item: { ...thing(pk), until, shelf: { S: 'x' } } });
const left = async (IndexName?: string) =>
  (await db.run<{ Items: { pk: { S: string } }[] }>('Scan', { TableName: 'Things', IndexName })).Items.map(
    ({ pk }) => pk.S,
  );

describe('serialization', () => {
  test('enabled as a number', async () => {
    await expect(enable('until', 5)).rejects.toMatchObject({
      code: 'SerializationException',
      message: 'NUMBER_VALUE cannot be converted to Boolean',
    });
  });
});

describe('validation', () => {
  test('what it is already', async () => {
    await expect(enable('until', false)).rejects.toMatchObject({ message: 'TimeToLive is already disabled' });
    await enable();
    await expect(enable()).rejects.toMatchObject({ message: 'TimeToLive is already enabled' });
    await expect(enable('later')).rejects.toMatchObject({
      message: 'TimeToLive is active on a different AttributeName',
    });
    expect(await db.run('DescribeTimeToLive', { TableName: 'Things' })).toEqual({
      TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'until' },
    });
  });
});

describe('functionality', () => {
  test('items go when their time is over, from indexes too', async () => {
    await put('before', inSeconds(60));
    await enable();
    await put('soon', inSeconds(60));
    await put('later', inSeconds(600));
    await put('text', { S: '1' });
    await put('mistake', { N: '1' });
    // TTLs are whole seconds, cut off: sixty of them may end almost a second early.
    db.cloud.clock.advance(58_000);
    expect((await left()).toSorted()).toEqual(['before', 'later', 'mistake', 'soon', 'text']);
    db.cloud.clock.advance(3000);
    expect((await left()).toSorted()).toEqual(['later', 'mistake', 'text']);
    expect((await left('byShelf')).toSorted()).toEqual(['later', 'mistake', 'text']);
  });

  test('an item whose time was moved stays', async () => {
    await enable();
    await put('a', inSeconds(60));
    await put('a', inSeconds(600));
    db.cloud.clock.advance(61_000);
    expect(await left()).toEqual(['a']);
  });

  test('nothing goes when time to live is off', async () => {
    await enable();
    await put('a', inSeconds(60));
    await enable('until', false);
    db.cloud.clock.advance(61_000);
    expect(await left()).toEqual(['a']);
  });

  test('the stream tells that DynamoDB deleted the item', async () => {
    await enable();
    await put('a', inSeconds(60));
    db.cloud.clock.advance(61_000);
    const records = await db.readStream();
    expect(records.map(({ eventName, userIdentity }) => [eventName, userIdentity])).toEqual([
      ['INSERT', undefined],
      ['REMOVE', { type: 'Service', principalId: 'dynamodb.amazonaws.com' }],
    ]);
    expect(records[1]?.dynamodb).toMatchObject({
      Keys: thing('a'),
      OldImage: { ...thing('a'), shelf: { S: 'x' } },
    });
  });
});
