import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyResource } from '../../../core/testing.ts';
import { startTestCloud, type TestCloud } from './harness.ts';

const DAY = 24 * 60 * 60 * 1000;
const Bucket = 'watched';
const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:watcher';
const nameOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: Error) => error.name,
  );

const bucket = (cloud: TestCloud, properties: object = {}) =>
  applyResource(cloud.s3, 'AWS::S3::Bucket', 'Watched', { BucketName: Bucket, ...properties });
const watch = (cloud: TestCloud, Events: string[], rules: { Name: string; Value: string }[] = []) =>
  applyResource(cloud.s3, 'Custom::S3BucketNotifications', 'Notifications', {
    BucketName: Bucket,
    Managed: true,
    NotificationConfiguration: {
      LambdaFunctionConfigurations: [
        { Id: 'one', LambdaFunctionArn: FUNCTION, Events, Filter: { Key: { FilterRules: rules } } },
      ],
    },
  });
const put = (cloud: TestCloud, Key: string, Body = 'x') =>
  cloud.client.send(new PutObjectCommand({ Bucket, Key, Body }));

describe('event notifications', () => {
  test('have S3’s shape, go to whom they concern, and in order by their sequencer', async () => {
    await using cloud = await startTestCloud();
    await bucket(cloud);
    await watch(
      cloud,
      ['s3:ObjectCreated:*', 's3:ObjectRemoved:Delete'],
      [
        { Name: 'prefix', Value: 'in/' },
        { Name: 'suffix', Value: '.png' },
      ],
    );
    const { ETag } = await put(cloud, 'in/red flower (1)+ü.png', 'abc');
    await put(cloud, 'out/a.png');
    await put(cloud, 'in/a.jpg');
    await cloud.client.send(
      new CopyObjectCommand({ Bucket, Key: 'in/copy.png', CopySource: `${Bucket}/out/a.png` }),
    );
    await cloud.client.send(new DeleteObjectCommand({ Bucket, Key: 'in/copy.png' }));
    await cloud.settle();
    expect(cloud.invocations.map((one) => one.payload.Records[0]!['eventName']).sort()).toEqual([
      'ObjectCreated:Copy',
      'ObjectCreated:Put',
      'ObjectRemoved:Delete',
    ]);
    const [first, copied, deleted] = cloud.invocations;
    expect(first!.principal).toEqual({
      kind: 'service',
      service: 's3.amazonaws.com',
      sourceArn: `arn:aws:s3:::${Bucket}`,
    });
    expect(first!.payload).toEqual({
      Records: [
        {
          eventVersion: '2.1',
          eventSource: 'aws:s3',
          awsRegion: 'us-east-1',
          eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
          eventName: 'ObjectCreated:Put',
          userIdentity: { principalId: 'AWS:developer' },
          requestParameters: { sourceIPAddress: '127.0.0.1' },
          responseElements: { 'x-amz-request-id': expect.any(String), 'x-amz-id-2': expect.any(String) },
          s3: {
            s3SchemaVersion: '1.0',
            configurationId: 'one',
            bucket: {
              name: Bucket,
              ownerIdentity: { principalId: '000000000000' },
              arn: `arn:aws:s3:::${Bucket}`,
            },
            object: {
              key: 'in/red+flower+%281%29%2B%C3%BC.png',
              size: 3,
              eTag: ETag?.replaceAll('"', ''),
              sequencer: expect.stringMatching(/^[0-9A-F]{20}$/),
            },
          },
        },
      ],
    });
    const object = (one: typeof first) => one!.payload.Records[0]!['s3'].object;
    expect(object(deleted)).not.toHaveProperty('size');
    expect(object(deleted).sequencer > object(copied).sequencer).toBe(true);
  });

  test('are tried three times', async () => {
    await using cloud = await startTestCloud();
    await bucket(cloud);
    await watch(cloud, ['s3:ObjectCreated:Put']);
    cloud.failures = 2;
    await put(cloud, 'a');
    await cloud.settle();
    expect(cloud.invocations).toHaveLength(3);
    cloud.failures = 9;
    await put(cloud, 'b');
    await cloud.settle();
    expect(cloud.invocations).toHaveLength(6);
    expect(cloud.cloud.bus.recent('functionLog').at(-1)).toMatchObject({
      functionName: 'watcher',
      line: expect.stringContaining('given up after 3 attempts'),
    });
  });

  test('that a stopped cloud did not deliver come after the next start', async () => {
    await using owner = await startTestCloud();
    {
      await using cloud = await startTestCloud(join(owner.folder, 'inner'));
      await bucket(cloud);
      await watch(cloud, ['s3:ObjectCreated:*']);
      // Stops before the second attempt.
      cloud.failures = 1;
      await put(cloud, 'late');
    }
    await using again = await startTestCloud(join(owner.folder, 'inner'));
    expect(again.invocations).toEqual([]);
    await bucket(again);
    await watch(again, ['s3:ObjectCreated:*']);
    await again.settle();
    expect(again.invocations.map((one) => one.payload.Records[0]!['s3'].object.key)).toEqual(['late']);
  });

  test('refuse what S3 would refuse, and name what is not covered', async () => {
    await using cloud = await startTestCloud();
    await bucket(cloud);
    await expect(watch(cloud, ['s3:ObjectMade:*'])).rejects.toMatchObject({ code: 'InvalidArgument' });
    await expect(watch(cloud, ['s3:Replication:*'])).rejects.toMatchObject({ code: 'NotCovered' });
    const one = (Event: string, prefix: string) => ({
      Event,
      Function: FUNCTION,
      Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: prefix }] } },
    });
    const both = (a: object, b: object) =>
      bucket(cloud, { NotificationConfiguration: { LambdaConfigurations: [a, b] } });
    await both(one('s3:ObjectCreated:Put', 'a/'), one('s3:ObjectCreated:*', 'b/'));
    await expect(both(one('s3:ObjectCreated:Put', 'a/'), one('s3:ObjectCreated:*', 'a/b'))).rejects.toThrow(
      'Configurations overlap',
    );
    const eventBridge = {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    };
    await expect(bucket(cloud, eventBridge)).rejects.toMatchObject({ code: 'NotCovered' });
  });
});

describe('lifecycle rules', () => {
  test('expire objects and uploads by the cloud’s clock, at midnight', async () => {
    await using cloud = await startTestCloud();
    await bucket(cloud, {
      LifecycleConfiguration: {
        Rules: [
          { Id: 'old', Status: 'Enabled', Prefix: 'in/', ExpirationInDays: 1 },
          { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 3 } },
          { Status: 'Disabled', ExpirationInDays: 1 },
        ],
      },
    });
    await watch(cloud, ['s3:LifecycleExpiration:*']);
    await put(cloud, 'in/a');
    await put(cloud, 'out/a');
    await cloud.client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'half' }));
    const { Expiration } = await cloud.client.send(new HeadObjectCommand({ Bucket, Key: 'in/a' }));
    const midnight = new Date(Math.ceil((cloud.clock.now() + DAY) / DAY) * DAY).toUTCString();
    expect(Expiration).toBe(`expiry-date="${midnight}", rule-id="old"`);
    cloud.clock.advance(DAY / 24);
    await cloud.settle();
    await cloud.client.send(new HeadObjectCommand({ Bucket, Key: 'in/a' }));
    cloud.clock.advance(2 * DAY);
    await cloud.settle();
    expect(await nameOf(cloud.client.send(new GetObjectCommand({ Bucket, Key: 'in/a' })))).toBe('NoSuchKey');
    await cloud.client.send(new GetObjectCommand({ Bucket, Key: 'out/a' }));
    expect(cloud.invocations.map((one) => one.payload.Records[0]!['eventName'])).toEqual([
      'LifecycleExpiration:Delete',
    ]);
    const uploads = async () =>
      (await cloud.client.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads?.length;
    expect(await uploads()).toBe(1);
    cloud.clock.advance(2 * DAY);
    await cloud.settle();
    expect(await uploads()).toBeUndefined();
  });

  test('drop old versions', async () => {
    await using cloud = await startTestCloud();
    await bucket(cloud, {
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: [
          {
            Status: 'Enabled',
            NoncurrentVersionExpiration: { NoncurrentDays: 1, NewerNoncurrentVersions: 1 },
          },
        ],
      },
    });
    for (const body of ['1', '2', '3', '4']) await put(cloud, 'a', body);
    cloud.clock.advance(3 * DAY);
    await cloud.settle();
    const { Versions } = await cloud.client.send(new ListObjectVersionsCommand({ Bucket }));
    expect(Versions?.map((one) => one.IsLatest)).toEqual([true, false]);
  });
});

describe('versioning', () => {
  test('keeps what was, marks what is deleted, and undoes it', async () => {
    await using cloud = await startTestCloud();
    await bucket(cloud);
    await put(cloud, 'a', 'null');
    await bucket(cloud, { VersioningConfiguration: { Status: 'Enabled' } });
    await watch(cloud, ['s3:ObjectRemoved:*']);
    const one = await put(cloud, 'a', 'one');
    const two = await put(cloud, 'a', 'two');
    expect(one.VersionId).not.toBe(two.VersionId);
    const read = async (VersionId?: string) => {
      const output = await cloud.client.send(new GetObjectCommand({ Bucket, Key: 'a', VersionId }));
      return await output.Body?.transformToString();
    };
    expect([await read(), await read(one.VersionId), await read('null')]).toEqual(['two', 'one', 'null']);
    const gone = await cloud.client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    expect(gone.DeleteMarker).toBe(true);
    expect(await nameOf(read())).toBe('NoSuchKey');
    expect(await nameOf(read(gone.VersionId))).toBe('MethodNotAllowed');
    const listed = await cloud.client.send(new ListObjectVersionsCommand({ Bucket }));
    expect(listed.DeleteMarkers).toMatchObject([{ Key: 'a', VersionId: gone.VersionId, IsLatest: true }]);
    expect(listed.Versions?.map((version) => version.VersionId)).toEqual([
      two.VersionId,
      one.VersionId,
      'null',
    ]);
    await cloud.client.send(new DeleteObjectCommand({ Bucket, Key: 'a', VersionId: gone.VersionId }));
    expect(await read()).toBe('two');
    await cloud.client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'a', VersionId: two.VersionId }] } }),
    );
    expect(await read()).toBe('one');
    await cloud.settle();
    expect(cloud.invocations.map((each) => each.payload.Records[0]!['eventName'])).toEqual([
      'ObjectRemoved:DeleteMarkerCreated',
      'ObjectRemoved:Delete',
      'ObjectRemoved:Delete',
    ]);
  });
});

test('a multipart upload tells when it is complete', async () => {
  await using cloud = await startTestCloud();
  await bucket(cloud);
  await watch(cloud, ['s3:ObjectCreated:CompleteMultipartUpload']);
  const { UploadId } = await cloud.client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'm' }));
  const { ETag } = await cloud.client.send(
    new UploadPartCommand({ Bucket, Key: 'm', UploadId, PartNumber: 1, Body: 'abc' }),
  );
  await cloud.client.send(
    new CompleteMultipartUploadCommand({
      Bucket,
      Key: 'm',
      UploadId,
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
    }),
  );
  await cloud.settle();
  expect(cloud.invocations.map((one) => one.payload.Records[0]!['s3'].object.size)).toEqual([3]);
});
