import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleFunction, writeAssembly, type SampleTemplate } from './assembly/testing.ts';
import { startLocalCloud, type LocalCloud } from './cloud.ts';

// A table's stream to a function, by the services as they are: what the templates say, over restarts.

const attribute = (...path: string[]) => ({ 'Fn::GetAtt': path });

const template = (body: string, mapping: object, actions = ['dynamodb:*']): SampleTemplate => ({
  Resources: {
    ...sampleFunction(
      'Consumer',
      `exports.handler = async ({ Records }) => {
        const ids = Records.map(({ dynamodb }) => dynamodb.NewImage.id.S);
        console.log(ids.join());
        ${body}
      }`,
      [
        {
          PolicyName: 'stream',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
          },
        },
      ],
    ),
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'things',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      },
    },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: attribute('Table', 'StreamArn'),
        FunctionName: { Ref: 'Consumer' },
        StartingPosition: 'TRIM_HORIZON',
        ...mapping,
      },
    },
  },
});

let folder: string;
let versions = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'streams-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(body: string, mapping: object = {}, actions?: string[]): Promise<LocalCloud> {
  versions += 1;
  const assembly = writeAssembly(join(folder, `assembly-${versions}`), template(body, mapping, actions));
  return startLocalCloud({ assembly, stateFolder: join(folder, 'state'), log: () => undefined });
}

/** Writes all in one transaction, so that they can come in one batch. */
async function put(cloud: LocalCloud, ...ids: string[]): Promise<void> {
  const TransactItems = ids.map((id) => ({ Put: { TableName: 'things', Item: { id: { S: id } } } }));
  await cloud.context.call({ kind: 'developer' }, 'dynamodb', 'TransactWriteItems', { TransactItems });
}

const batches = (cloud: LocalCloud): string[] => cloud.bus.recent('functionLog').map(({ line }) => line);

test('batches come in order, as large as the mapping allows, and once over a restart', async () => {
  {
    await using cloud = await start('', { BatchSize: 2 });
    await put(cloud, 'a', 'b', 'c');
    await cloud.settle();
    expect(batches(cloud)).toEqual(['a,b', 'c']);
  }
  await using cloud = await start('', { BatchSize: 2 });
  await put(cloud, 'd');
  await cloud.settle();
  expect(batches(cloud)).toEqual(['d']);
});

test('what a function could not do by the time of a stop is tried again after the start', async () => {
  {
    await using cloud = await start(`throw new Error('not yet')`);
    const tried = Promise.withResolvers<void>();
    cloud.bus.on('invocation', () => tried.resolve());
    await put(cloud, 'a', 'b');
    await tried.promise;
  }
  await using cloud = await start('');
  await cloud.settle();
  expect(batches(cloud)).toEqual(['a,b']);
});

test('a batch that fails is halved until the bad record is alone, which is given up', async () => {
  await using cloud = await start(`if (ids.includes('bad')) throw new Error('bad')`, {
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 1,
  });
  await put(cloud, 'x', 'bad', 'y', 'z');
  await cloud.settle();
  const seen = batches(cloud);
  expect(seen.filter((line) => !line.startsWith('Gave up'))).toEqual([
    'x,bad,y,z',
    'x,bad',
    'x',
    'bad',
    'bad',
    'y,z',
  ]);
  expect(seen.find((line) => line.startsWith('Gave up'))).toMatch(/^Gave up on 1 stream record/);
});

test('after a reset only what is written then comes', async () => {
  await using cloud = await start('');
  await put(cloud, 'a');
  await cloud.reset();
  await put(cloud, 'b');
  await cloud.settle();
  expect(batches(cloud)).toEqual(['b']);
});

test('a role that may not read the stream fails the deployment, in Lambda’s words', async () => {
  await expect(start('', {}, ['dynamodb:DescribeStream', 'dynamodb:ListStreams'])).rejects.toThrow(
    /Cannot access stream arn:aws:dynamodb:.*Please ensure the role can perform the GetRecords/,
  );
});
