import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyResource } from '../../../core/testing.ts';
import { startDynamoDb, THINGS, thing, type TestDynamoDb } from '../testing.ts';

let db: TestDynamoDb;

beforeEach(() => {
  db = startDynamoDb();
});

afterEach(() => db[Symbol.asyncDispose]());

const { TableName: _, ...unnamed } = THINGS;
const describeTable = async (TableName: string) =>
  (await db.run<{ Table: Record<string, unknown> }>('DescribeTable', { TableName })).Table;

/** What Amplify's table construct synthesizes. */
const AMPLIFY = {
  ServiceToken: 'arn:aws:lambda:us-east-1:000000000000:function:manager',
  tableName: 'Thing-abc-NONE',
  attributeDefinitions: [
    { attributeName: 'id', attributeType: 'S' },
    { attributeName: 'owner', attributeType: 'S' },
  ],
  keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
  globalSecondaryIndexes: [
    {
      indexName: 'byOwner',
      keySchema: [{ attributeName: 'owner', keyType: 'HASH' }],
      projection: { projectionType: 'ALL' },
      provisionedThroughput: { readCapacityUnits: '5', writeCapacityUnits: '5' },
    },
  ],
  provisionedThroughput: { readCapacityUnits: '5', writeCapacityUnits: '5' },
  sseSpecification: { sseEnabled: 'false' },
  streamSpecification: { streamViewType: 'NEW_AND_OLD_IMAGES' },
  timeToLiveSpecification: { attributeName: 'expires', enabled: true },
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: 'true' },
  deletionProtectionEnabled: false,
  allowDestructiveGraphqlSchemaUpdates: true,
  replaceTableUponGsiUpdate: true,
  isImported: false,
};

describe('AWS::DynamoDB::Table', () => {
  test('a table with a name of its own', async () => {
    const output = await applyResource(db.service, 'AWS::DynamoDB::Table', 'Table', {
      ...THINGS,
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    });
    const { LatestStreamArn, TableId } = await describeTable('Things');
    const arn = 'arn:aws:dynamodb:us-east-1:000000000000:table/Things';
    expect(output).toEqual({
      ref: 'Things',
      attributes: {
        Arn: arn,
        TableArn: arn,
        TableName: 'Things',
        TableId,
        StreamArn: LatestStreamArn,
        TableStreamArn: LatestStreamArn,
      },
    });
  });

  test('a name that CloudFormation would make up is the same every time', async () => {
    const first = await applyResource(db.service, 'AWS::DynamoDB::Table', 'Table', unnamed);
    expect(first.ref).toMatch(/^Table-[A-Z0-9]{12}$/);
    expect(await applyResource(db.service, 'AWS::DynamoDB::Table', 'Table', unnamed)).toEqual(first);
  });

  test('applied again with other properties it keeps its items', async () => {
    await applyResource(db.service, 'AWS::DynamoDB::Table', 'Table', THINGS);
    await db.run('PutItem', { TableName: 'Things', Item: { ...thing('a'), shelf: { S: 'x' } } });
    const indexed = {
      ...THINGS,
      AttributeDefinitions: [...THINGS.AttributeDefinitions, { AttributeName: 'shelf', AttributeType: 'S' }],
      GlobalSecondaryIndexes: ['one', 'two'].map((name) => ({
        IndexName: name,
        KeySchema: [{ AttributeName: 'shelf', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      })),
      TimeToLiveSpecification: { AttributeName: 'until', Enabled: true },
    };
    await applyResource(db.service, 'AWS::DynamoDB::Table', 'Table', indexed);
    expect(await describeTable('Things')).toMatchObject({
      ItemCount: 1,
      GlobalSecondaryIndexes: [
        { IndexName: 'one', ItemCount: 1 },
        { IndexName: 'two', ItemCount: 1 },
      ],
    });
    await applyResource(db.service, 'AWS::DynamoDB::Table', 'Table', THINGS);
    const { GlobalSecondaryIndexes, ItemCount } = await describeTable('Things');
    expect([GlobalSecondaryIndexes, ItemCount]).toEqual([undefined, 1]);
    expect(await db.run('DescribeTimeToLive', { TableName: 'Things' })).toEqual({
      TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' },
    });
  });

  test('another key needs another table', async () => {
    await applyResource(db.service, 'AWS::DynamoDB::Table', 'Table', THINGS);
    const changed = {
      ...THINGS,
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    };
    await expect(applyResource(db.service, 'AWS::DynamoDB::Table', 'Table', changed)).rejects.toMatchObject({
      code: 'TableReplacement',
    });
  });

  test('a property that is not covered is named', async () => {
    await expect(
      applyResource(db.service, 'AWS::DynamoDB::Table', 'Table', {
        ...THINGS,
        KinesisStreamSpecification: {},
      }),
    ).rejects.toThrow(
      'The local cloud does not cover the property KinesisStreamSpecification of AWS::DynamoDB::Table.',
    );
  });
});

describe('AWS::DynamoDB::GlobalTable', () => {
  test('its one replica counts for the table', async () => {
    const replica = { Region: 'us-east-1', DeletionProtectionEnabled: true, TableClass: 'STANDARD' };
    await applyResource(db.service, 'AWS::DynamoDB::GlobalTable', 'Table', {
      ...THINGS,
      Replicas: [replica],
    });
    expect(await describeTable('Things')).toMatchObject({ DeletionProtectionEnabled: true });
  });

  test('a replica elsewhere is not covered', async () => {
    const Replicas = [{ Region: 'us-east-1' }, { Region: 'eu-west-1' }];
    await expect(
      applyResource(db.service, 'AWS::DynamoDB::GlobalTable', 'Table', { ...THINGS, Replicas }),
    ).rejects.toMatchObject({ code: 'NotCovered' });
  });
});

describe('Custom::AmplifyDynamoDBTable', () => {
  test('takes what the table manager takes, and answers what it answers', async () => {
    const output = await applyResource(db.service, 'Custom::AmplifyDynamoDBTable', 'Table', AMPLIFY);
    const table = await describeTable('Thing-abc-NONE');
    expect(output).toMatchObject({
      ref: 'Thing-abc-NONE',
      attributes: {
        TableArn: table.TableArn,
        TableStreamArn: table.LatestStreamArn,
        TableName: 'Thing-abc-NONE',
      },
    });
    expect(table).toMatchObject({
      ProvisionedThroughput: { ReadCapacityUnits: 5 },
      GlobalSecondaryIndexes: [{ IndexName: 'byOwner', Projection: { ProjectionType: 'ALL' } }],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
    expect(await db.run('DescribeTimeToLive', { TableName: 'Thing-abc-NONE' })).toMatchObject({
      TimeToLiveDescription: { AttributeName: 'expires' },
    });
  });

  test('applied again nothing changes, the stream neither', async () => {
    const first = await applyResource(db.service, 'Custom::AmplifyDynamoDBTable', 'Table', AMPLIFY);
    db.cloud.clock.advance(5000);
    expect(await applyResource(db.service, 'Custom::AmplifyDynamoDBTable', 'Table', AMPLIFY)).toEqual(first);
  });

  test('an imported table is not covered', async () => {
    await expect(
      applyResource(db.service, 'Custom::AmplifyDynamoDBTable', 'Table', { ...AMPLIFY, isImported: true }),
    ).rejects.toMatchObject({ code: 'NotCovered' });
  });
});
