import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCloud, type TestCloud } from './harness.ts';

let cloud: TestCloud;
const Bucket = 'things';
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.client.send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => cloud[Symbol.asyncDispose]());

const put = (Key: string, Body: string | Uint8Array, more: object = {}) =>
  cloud.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = async (Key: string, more: object = {}) => {
  const output = await cloud.client.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...output, text: await output.Body?.transformToString() };
};
const failing = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: any) => ({ name: error.name, status: error.$metadata?.httpStatusCode, message: error.message }),
  );

describe('buckets', () => {
  test('are made, listed, located and removed', async () => {
    const name = 'another.one-2';
    expect((await cloud.client.send(new CreateBucketCommand({ Bucket: name }))).Location).toBe(`/${name}`);
    await cloud.client.send(new HeadBucketCommand({ Bucket: name }));
    const { Buckets = [] } = await cloud.client.send(new ListBucketsCommand({}));
    expect(Buckets.map((one) => one.Name)).toContain(name);
    expect(Buckets.map((one) => one.Name)).toContain('cdk-hnb659fds-assets-000000000000-us-east-1');
    const location = await cloud.client.send(new GetBucketLocationCommand({ Bucket: name }));
    expect(location.LocationConstraint).toBeUndefined();
    await cloud.client.send(new DeleteBucketCommand({ Bucket: name }));
    expect(await failing(cloud.client.send(new HeadBucketCommand({ Bucket: name })))).toMatchObject({
      status: 404,
    });
  });

  test('that are full stay; names that are none are refused', async () => {
    await put('keeps', 'x');
    expect(await failing(cloud.client.send(new DeleteBucketCommand({ Bucket })))).toMatchObject({
      name: 'BucketNotEmpty',
      status: 409,
    });
    expect(await failing(cloud.client.send(new CreateBucketCommand({ Bucket: 'No_Name' })))).toMatchObject({
      name: 'InvalidBucketName',
    });
    expect(
      await failing(cloud.client.send(new GetObjectCommand({ Bucket: 'nobody', Key: 'x' }))),
    ).toMatchObject({
      name: 'NoSuchBucket',
      status: 404,
    });
  });
});

describe('objects', () => {
  test('come back as they went, with their metadata', async () => {
    const key = 'a/ü +&?#%25/../x//y.txt';
    const answer = await put(key, 'hällo', {
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'max-age=60',
      ContentDisposition: 'inline',
      Metadata: { one: '1', Two: 'zwei' },
      Tagging: 'a=b&c=d',
    });
    expect(answer.ServerSideEncryption).toBe('AES256');
    expect(answer.ChecksumCRC32).toMatch(/^[\w+/]{6}==$/);
    const back = await get(key);
    expect(back).toMatchObject({
      text: 'hällo',
      ETag: answer.ETag,
      ContentLength: 6,
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'max-age=60',
      ContentDisposition: 'inline',
      Metadata: { one: '1', two: 'zwei' },
      TagCount: 2,
      AcceptRanges: 'bytes',
    });
    const head = await cloud.client.send(
      new HeadObjectCommand({ Bucket, Key: key, ChecksumMode: 'ENABLED' }),
    );
    expect(head).toMatchObject({
      ContentLength: 6,
      ChecksumCRC32: answer.ChecksumCRC32,
      ChecksumType: 'FULL_OBJECT',
    });
  });

  test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    '%s is verified and kept',
    async (name) => {
      const body = randomBytes(70_000);
      // The SDK has no CRC-64 without a native package; S3 computes that one itself.
      const asked = name === 'CRC64NVME' ? { ChecksumCRC64NVME: undefined } : { ChecksumAlgorithm: name };
      if (name !== 'CRC64NVME') {
        const answer = await put(`sum-${name}`, body, asked);
        const back = await get(`sum-${name}`, { ChecksumMode: 'ENABLED' });
        expect((back as any)[`Checksum${name}`]).toBe((answer as any)[`Checksum${name}`]);
        expect((back as any)[`Checksum${name}`]).toBeTruthy();
        const wrong = {
          [`Checksum${name}`]: Buffer.alloc(name === 'SHA1' ? 20 : name === 'SHA256' ? 32 : 4).toString(
            'base64',
          ),
        };
        expect(await failing(put(`bad-${name}`, body, wrong))).toMatchObject({
          name: 'BadDigest',
          status: 400,
        });
        expect(await failing(get(`bad-${name}`))).toMatchObject({ name: 'NoSuchKey' });
      } else {
        // The check value of CRC-64/NVME for «123456789» is ae8b14860a799888.
        const good = { ChecksumCRC64NVME: Buffer.from('ae8b14860a799888', 'hex').toString('base64') };
        expect((await put('sum-64', '123456789', good)).ChecksumCRC64NVME).toBe(good.ChecksumCRC64NVME);
        expect(await failing(put('sum-64', '12345678', good))).toMatchObject({ name: 'BadDigest' });
      }
    },
  );

  test('a stream goes in unsigned chunks with a trailer', async () => {
    const body = randomBytes(300_000);
    const Body = Readable.from([body.subarray(0, 100_000), body.subarray(100_000)]);
    await cloud.client.send(
      new PutObjectCommand({ Bucket, Key: 'streamed', Body, ContentLength: body.length }),
    );
    const back = await cloud.client.send(new GetObjectCommand({ Bucket, Key: 'streamed' }));
    expect(Buffer.from(await back.Body!.transformToByteArray()).equals(body)).toBe(true);
    expect(back.ContentEncoding).toBeUndefined();
  });

  test('Content-MD5 is checked', async () => {
    expect(await failing(put('md5', 'x', { ContentMD5: Buffer.alloc(16).toString('base64') }))).toMatchObject(
      {
        name: 'BadDigest',
      },
    );
    expect(await failing(put('md5', 'x', { ContentMD5: 'bm8=' }))).toMatchObject({ name: 'InvalidDigest' });
  });

  test('ranges and conditions', async () => {
    const { ETag } = await put('ranged', '0123456789');
    expect(await get('ranged', { Range: 'bytes=2-4' })).toMatchObject({
      text: '234',
      ContentRange: 'bytes 2-4/10',
      $metadata: { httpStatusCode: 206 },
    });
    expect((await get('ranged', { Range: 'bytes=-3' })).text).toBe('789');
    expect((await get('ranged', { Range: 'bytes=7-' })).text).toBe('789');
    expect((await get('ranged', { Range: 'bytes=0-1,3-4' })).text).toBe('0123456789');
    expect(await failing(get('ranged', { Range: 'bytes=10-' }))).toMatchObject({
      name: 'InvalidRange',
      status: 416,
    });
    expect(await failing(get('ranged', { IfNoneMatch: ETag }))).toMatchObject({ status: 304 });
    expect(await failing(get('ranged', { IfMatch: '"no"' }))).toMatchObject({ name: 'PreconditionFailed' });
    const later = new Date(cloud.clock.now() + 5000);
    expect(await failing(get('ranged', { IfModifiedSince: later }))).toMatchObject({ status: 304 });
    const early = new Date(cloud.clock.now() - 100_000);
    expect(await failing(get('ranged', { IfUnmodifiedSince: early }))).toMatchObject({ status: 412 });
    expect(
      await get('ranged', { ResponseContentType: 'text/x', ResponseCacheControl: 'no-store' }),
    ).toMatchObject({
      ContentType: 'text/x',
      CacheControl: 'no-store',
    });
  });

  test('conditional writes: of many at once one wins', async () => {
    const writes = await Promise.all(
      Array.from({ length: 8 }, (_, i) => failing(put('race', `w${i}`, { IfNoneMatch: '*' }))),
    );
    expect(writes.filter((one) => one === undefined)).toHaveLength(1);
    expect(writes.filter((one) => one?.name === 'PreconditionFailed')).toHaveLength(7);
    const { ETag } = await get('race');
    await put('race', 'next', { IfMatch: ETag });
    expect(await failing(put('race', 'again', { IfMatch: ETag }))).toMatchObject({ status: 412 });
    expect(await failing(put('void', 'x', { IfMatch: ETag }))).toMatchObject({ name: 'NoSuchKey' });
  });

  test('are copied, with their metadata or other', async () => {
    await put('from', 'body', { Metadata: { a: '1' }, ContentType: 'text/a' });
    const CopySource = `${Bucket}/from`;
    await cloud.client.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource }));
    expect(await get('to')).toMatchObject({ text: 'body', Metadata: { a: '1' }, ContentType: 'text/a' });
    await cloud.client.send(
      new CopyObjectCommand({
        Bucket,
        Key: 'to',
        CopySource,
        MetadataDirective: 'REPLACE',
        Metadata: { b: '2' },
      }),
    );
    expect(await get('to')).toMatchObject({
      text: 'body',
      Metadata: { b: '2' },
      ContentType: 'binary/octet-stream',
    });
    expect(
      await failing(cloud.client.send(new CopyObjectCommand({ Bucket, Key: 'from', CopySource }))),
    ).toMatchObject({
      name: 'InvalidRequest',
    });
    expect(
      await failing(
        cloud.client.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource: `${Bucket}/none` })),
      ),
    ).toMatchObject({ name: 'NoSuchKey' });
  });

  test('tags are put and read', async () => {
    await put('tagged', 'x');
    const Tagging = { TagSet: [{ Key: 'k', Value: 'v <&>' }] };
    await cloud.client.send(new PutObjectTaggingCommand({ Bucket, Key: 'tagged', Tagging }));
    const { TagSet } = await cloud.client.send(new GetObjectTaggingCommand({ Bucket, Key: 'tagged' }));
    expect(TagSet).toEqual(Tagging.TagSet);
  });

  test('are deleted, one and many; what isn’t there is no error', async () => {
    await put('gone/1', 'x');
    await put('gone/2', 'x');
    await cloud.client.send(new DeleteObjectCommand({ Bucket, Key: 'gone/1' }));
    await cloud.client.send(new DeleteObjectCommand({ Bucket, Key: 'gone/1' }));
    const { Deleted } = await cloud.client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'gone/2' }, { Key: 'gone/<3>' }] } }),
    );
    expect(Deleted?.map((one) => one.Key)).toEqual(['gone/2', 'gone/<3>']);
    expect(await failing(get('gone/2'))).toMatchObject({ name: 'NoSuchKey', status: 404 });
  });

  test('what is not covered says so', async () => {
    const answer = await failing(put('kms', 'x', { ServerSideEncryption: 'aws:kms' }));
    expect(answer).toMatchObject({ name: 'NotCovered', status: 501 });
  });
});

describe('listings', () => {
  const keys = ['a', 'b/1', 'b/2', 'b/c/3', 'c', 'd/1', 'é', '\u{1F600}'];
  beforeAll(async () => {
    await cloud.client.send(new CreateBucketCommand({ Bucket: 'listed' }));
    for (const Key of keys)
      await cloud.client.send(new PutObjectCommand({ Bucket: 'listed', Key, Body: Key }));
  });
  async function all(more: object) {
    const seen: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await cloud.client.send(
        new ListObjectsV2Command({ Bucket: 'listed', ContinuationToken, ...more }),
      );
      seen.push(
        ...(page.Contents ?? []).map((one) => one.Key!),
        ...(page.CommonPrefixes ?? []).map((one) => one.Prefix!),
      );
      ContinuationToken = page.NextContinuationToken;
      expect(page.IsTruncated).toBe(ContinuationToken !== undefined);
    } while (ContinuationToken);
    return seen;
  }

  test.each([1, 2, 3, 1000])('in pages of %i', async (MaxKeys) => {
    expect(await all({ MaxKeys })).toEqual(keys);
    expect((await all({ MaxKeys, Delimiter: '/' })).sort()).toEqual(
      ['a', 'b/', 'c', 'd/', 'é', '\u{1F600}'].sort(),
    );
    expect((await all({ MaxKeys, Prefix: 'b/', Delimiter: '/' })).sort()).toEqual(['b/1', 'b/2', 'b/c/']);
    expect(await all({ MaxKeys, Prefix: 'b/' })).toEqual(['b/1', 'b/2', 'b/c/3']);
  });

  test('after a key, encoded, in the first version', async () => {
    expect(await all({ StartAfter: 'b/2' })).toEqual(keys.slice(3));
    const first = await cloud.client.send(
      new ListObjectsCommand({ Bucket: 'listed', MaxKeys: 2, Delimiter: '/', EncodingType: 'url' }),
    );
    expect(first).toMatchObject({ IsTruncated: true, NextMarker: 'b/', EncodingType: 'url' });
    const second = await cloud.client.send(
      new ListObjectsCommand({
        Bucket: 'listed',
        Marker: first.NextMarker,
        Delimiter: '/',
        EncodingType: 'url',
      }),
    );
    expect(second.Contents?.map((one) => one.Key)).toEqual(['c', '%C3%A9', '%F0%9F%98%80']);
  });

  test('a token that is none', async () => {
    const bad = cloud.client.send(new ListObjectsV2Command({ Bucket: 'listed', ContinuationToken: 'no' }));
    expect(await failing(bad)).toMatchObject({ name: 'InvalidArgument' });
  });
});
