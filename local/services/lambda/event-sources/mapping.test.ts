import { describe, expect, it } from 'vitest';
import type { StreamReader, StreamRecord } from '../../../core/context.ts';
import { applyResource, createTestContext, type TestContext } from '../../../core/testing.ts';
import { createLambda } from '../index.ts';

const STREAM = 'arn:aws:dynamodb:us-east-1:000000000000:table/T/stream/2026-01-01T00:00:00.000';

/** A stream that a test writes to. */
function createStream(cloud: TestContext): { add(...values: string[]): void } {
  const records: StreamRecord[] = [];
  const listeners = new Set<() => void>();
  cloud.register<StreamReader>({
    id: 'dynamodb',
    signingName: 'dynamodb',
    protocol: { kind: 'http' },
    operations: {},
    resources: [],
    readStream: (_arn, after, limit) =>
      records.filter((one) => Number(one.dynamodb.SequenceNumber) > Number(after ?? 0)).slice(0, limit),
    latestSequence: () => records.at(-1)?.dynamodb.SequenceNumber,
    onStream(_arn, listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return {
    add(...values) {
      for (const value of values) {
        const SequenceNumber = String(records.length + 1);
        records.push({
          eventID: SequenceNumber,
          eventName: 'INSERT',
          dynamodb: {
            SequenceNumber,
            ApproximateCreationDateTime: cloud.clock.now() / 1000,
            Keys: { v: { S: value } },
            NewImage: { v: { S: value } },
            StreamViewType: 'NEW_IMAGE',
          },
        });
      }
      for (const listener of listeners) listener();
    },
  };
}

async function define(cloud: TestContext, properties: object, body: string): Promise<void> {
  const lambda = cloud.register(createLambda(cloud));
  const source = `exports.handler = async ({ Records }) => {
    const values = Records.map((r) => r.dynamodb.NewImage.v.S);
    console.log(values.join());
    ${body}
  }`;
  await applyResource(lambda, 'AWS::Lambda::Function', 'f', {
    FunctionName: 'f',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/r',
    Code: { ZipFile: source },
  });
  await applyResource(lambda, 'AWS::Lambda::EventSourceMapping', 'm', {
    EventSourceArn: STREAM,
    FunctionName: 'f',
    StartingPosition: 'TRIM_HORIZON',
    ...properties,
  });
}

const logged = (cloud: TestContext): string[] => cloud.bus.recent('functionLog').map(({ line }) => line);

describe('an event source mapping', () => {
  it('delivers in order, in batches, what fits its filter, once over restarts', async () => {
    await using cloud = createTestContext();
    const stream = createStream(cloud);
    stream.add('a1', 'b1', 'a2', 'a3');
    const Pattern = JSON.stringify({ dynamodb: { NewImage: { v: { S: [{ prefix: 'a' }] } } } });
    const properties = { BatchSize: 3, FilterCriteria: { Filters: [{ Pattern }] } };
    await define(cloud, properties, '');
    await cloud.tracker.settle();
    expect(logged(cloud)).toEqual(['a1,a2', 'a3']);
    await cloud.service('lambda').stop?.();

    await using again = createTestContext({ stateRoot: cloud.stateRoot });
    const same = createStream(again);
    same.add('a1', 'b1', 'a2', 'a3', 'a4');
    await define(again, properties, '');
    await again.tracker.settle();
    expect(logged(again)).toEqual(['a4']);
  });

  it('splits a batch that fails, and gives up after its retries', async () => {
    await using cloud = createTestContext();
    const stream = createStream(cloud);
    await define(
      cloud,
      { BisectBatchOnFunctionError: true, MaximumRetryAttempts: 1 },
      `if (values.includes('bad')) throw new Error('bad')`,
    );
    stream.add('x', 'bad', 'y', 'z');
    await cloud.tracker.settle();
    expect(logged(cloud)).toEqual([
      'x,bad,y,z',
      'x,bad',
      'x',
      'bad',
      'bad',
      'Gave up on 1 stream record(s), from 2 after 1 retries',
      'y,z',
    ]);
  });

  it('goes on at the first item that the function reports', async () => {
    await using cloud = createTestContext();
    const stream = createStream(cloud);
    await define(
      cloud,
      { FunctionResponseTypes: ['ReportBatchItemFailures'] },
      `globalThis.runs = (globalThis.runs ?? 0) + 1;
       return { batchItemFailures: globalThis.runs === 1 ? [{ itemIdentifier: '2' }] : [] }`,
    );
    stream.add('p', 'q', 'r');
    await cloud.tracker.settle();
    expect(logged(cloud)).toEqual(['p,q,r', 'q,r']);
  });

  it.each([
    ['an item that is not in the batch', `[{ itemIdentifier: '99' }]`],
    ['an item without a name', `[{}]`],
    ['no list', `'2'`],
  ])('gives the whole batch again when the function reports %s', async (_, failures) => {
    await using cloud = createTestContext();
    const stream = createStream(cloud);
    await define(
      cloud,
      { FunctionResponseTypes: ['ReportBatchItemFailures'] },
      `globalThis.runs = (globalThis.runs ?? 0) + 1;
       return { batchItemFailures: globalThis.runs === 1 ? ${failures} : [] }`,
    );
    stream.add('p', 'q');
    await cloud.tracker.settle();
    expect(logged(cloud)).toEqual(['p,q', 'p,q']);
  });

  it('gives up on a record that got too old, and goes on', async () => {
    await using cloud = createTestContext();
    const stream = createStream(cloud);
    const failed = Promise.withResolvers<void>();
    cloud.bus.on('invocation', () => failed.resolve());
    await define(
      cloud,
      { MaximumRecordAgeInSeconds: 60 },
      `if (values.includes('bad')) throw new Error('bad')`,
    );
    stream.add('bad');
    await failed.promise;
    cloud.clock.advance(61_000);
    stream.add('good');
    await cloud.tracker.settle();
    expect(logged(cloud)).toEqual(['bad', 'Gave up on 1 stream record(s), from 1, older than 60 s', 'good']);
  });

  it('that fails on and on does not keep the cloud from settling, nor from stopping', async () => {
    await using cloud = createTestContext();
    const stream = createStream(cloud);
    await define(cloud, {}, `throw new Error('always')`);
    stream.add('x');
    await cloud.tracker.settle();
    expect(logged(cloud).length).toBeGreaterThan(1);
  });

  it('needs a role that may read the stream', async () => {
    await using cloud = createTestContext({
      authorize: (_, { action }) => {
        if (action === 'dynamodb:GetRecords') throw new Error('denied');
      },
    });
    createStream(cloud);
    await expect(define(cloud, {}, '')).rejects.toMatchObject({
      code: 'InvalidParameterValueException',
      message: expect.stringContaining(`Cannot access stream ${STREAM}.`),
    });
  });

  it.each([
    ['TumblingWindowInSeconds', { TumblingWindowInSeconds: 30 }],
    ['the failure destination', { DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:q' } } }],
    ['AT_TIMESTAMP', { StartingPosition: 'AT_TIMESTAMP' }],
  ])('does not take %s in silence', async (named, properties) => {
    await using cloud = createTestContext();
    createStream(cloud);
    await expect(define(cloud, properties, '')).rejects.toThrow(named);
  });

  it('of another source is not covered', async () => {
    await using cloud = createTestContext();
    createStream(cloud);
    await expect(
      define(cloud, { EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:q' }, ''),
    ).rejects.toThrow(/does not cover an event source mapping of arn:aws:sqs/);
  });
});
