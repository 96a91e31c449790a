import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDynamoDb, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(async () => {
  db = startDynamoDb();
  await db.createTable();
});

afterEach(() => db[Symbol.asyncDispose]());

const update = (more: Record<string, unknown>) =>
  db.run<{ TableDescription: Record<string, unknown> }>('UpdateTable', { TableName: 'Things', ...more });

const SHELF = { AttributeName: 'shelf', AttributeType: 'S' };
const BY_SHELF = {
  IndexName: 'byShelf',
  KeySchema: [{ AttributeName: 'shelf', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
};

describe('serialization', () => {
  test('a protection of text', async () => {
    await expect(update({ DeletionProtectionEnabled: 'perhaps' })).rejects.toMatchObject({
      code: 'SerializationException',
    });
  });
});

describe('validation', () => {
  test.each<[Record<string, unknown>, string]>([
    [
      {},
      'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required',
    ],
    [
      { BillingMode: 'PROVISIONED' },
      'One or more parameter values were invalid: ProvisionedThroughput must be specified when BillingMode is PROVISIONED',
    ],
    [{ StreamSpecification: { StreamEnabled: false } }, 'Table has no stream to disable'],
    [{ GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'nope' } }] }, 'Requested resource not found'],
    [
      { GlobalSecondaryIndexUpdates: [{ Create: BY_SHELF }] },
      'One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [shelf], AttributeDefinitions: [pk, sk]',
    ],
    [
      {
        AttributeDefinitions: [SHELF],
        GlobalSecondaryIndexUpdates: [{ Create: BY_SHELF }, { Create: { ...BY_SHELF, IndexName: 'again' } }],
      },
      'Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table',
    ],
  ])('%j', async (more, message) => {
    const before = await db.run('DescribeTable', { TableName: 'Things' });
    await expect(update(more)).rejects.toMatchObject({ message });
    expect(await db.run('DescribeTable', { TableName: 'Things' })).toEqual(before);
  });

  test('replicas are not covered', async () => {
    await expect(update({ ReplicaUpdates: [] })).rejects.toMatchObject({ code: 'NotCovered' });
  });
});

describe('functionality', () => {
  test('a new index holds the items that were there, and goes again', async () => {
    for (const [at, shelf] of ['one', 'two', 'one'].entries()) {
      await db.run('PutItem', { TableName: 'Things', Item: { ...thing('a', at), shelf: { S: shelf } } });
    }
    await db.run('PutItem', { TableName: 'Things', Item: thing('none') });
    const { TableDescription } = await update({
      AttributeDefinitions: [SHELF],
      GlobalSecondaryIndexUpdates: [{ Create: BY_SHELF }],
    });
    expect(TableDescription).toMatchObject({
      TableStatus: 'UPDATING',
      GlobalSecondaryIndexes: [{ IndexName: 'byShelf', ItemCount: 3 }],
    });
    const query = {
      TableName: 'Things',
      IndexName: 'byShelf',
      KeyConditionExpression: 'shelf = :s',
      ExpressionAttributeValues: { ':s': { S: 'one' } },
    };
    expect(await db.run('Query', query)).toMatchObject({ Items: [thing('a', 0), thing('a', 2)] });
    await update({ GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'byShelf' } }] });
    await expect(db.run('Query', query)).rejects.toMatchObject({
      message: 'The table does not have the specified index: byShelf',
    });
  });

  test('a protected table cannot be deleted', async () => {
    await update({ DeletionProtectionEnabled: true });
    await expect(db.run('DeleteTable', { TableName: 'Things' })).rejects.toMatchObject({
      code: 'ValidationException',
      message:
        'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
    });
  });

  test('a stream that is switched on again is another one', async () => {
    const on = { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } };
    const first = (await update(on)).TableDescription.LatestStreamArn;
    await expect(update(on)).rejects.toMatchObject({ message: 'Table already has an enabled stream' });
    expect((await update({ StreamSpecification: { StreamEnabled: false } })).TableDescription).toMatchObject({
      LatestStreamArn: first,
    });
    db.cloud.clock.advance(1000);
    expect((await update(on)).TableDescription.LatestStreamArn).not.toBe(first);
  });

  test('backups', async () => {
    const status = (answer: unknown) =>
      (answer as { ContinuousBackupsDescription: { PointInTimeRecoveryDescription: unknown } })
        .ContinuousBackupsDescription.PointInTimeRecoveryDescription;
    const enabled = {
      TableName: 'Things',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    };
    expect(status(await db.run('UpdateContinuousBackups', enabled))).toEqual({
      PointInTimeRecoveryStatus: 'ENABLED',
    });
    await expect(db.run('DescribeContinuousBackups', { TableName: 'Nothing' })).rejects.toMatchObject({
      code: 'TableNotFoundException',
      message: 'Table not found: Nothing',
    });
  });
});
