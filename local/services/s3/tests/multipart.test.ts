import { createHash, randomBytes } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  UploadPartCommand,
  type ChecksumAlgorithm,
  type ChecksumType,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCloud, type TestCloud } from './harness.ts';

let cloud: TestCloud;
const Bucket = 'parts';
const FIVE = 5 * 1024 * 1024;
const first = randomBytes(FIVE);
const second = randomBytes(1234);
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.client.send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => cloud[Symbol.asyncDispose]());

const nameOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: Error) => error.name,
  );
const md5 = (data: Uint8Array) => createHash('md5').update(data).digest();

async function begin(
  Key: string,
  more: { ChecksumAlgorithm?: ChecksumAlgorithm; ChecksumType?: ChecksumType } = {},
) {
  const { UploadId } = await cloud.client.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'a/b', Metadata: { m: '1' }, ...more }),
  );
  const where = { Bucket, Key, UploadId };
  const part = async (PartNumber: number, Body: Uint8Array) => {
    const {
      $metadata: _m,
      ServerSideEncryption: _s,
      ...answer
    } = await cloud.client.send(
      new UploadPartCommand({ ...where, PartNumber, Body, ChecksumAlgorithm: more.ChecksumAlgorithm }),
    );
    return { PartNumber, ...answer };
  };
  const complete = (Parts: object[]) =>
    cloud.client.send(new CompleteMultipartUploadCommand({ ...where, MultipartUpload: { Parts } }));
  return { where, part, complete };
}

describe('multipart uploads', () => {
  test.each([
    [undefined, undefined, /^[\w+/]{11}=$/],
    ['CRC32', undefined, /-2$/],
    ['SHA256', 'COMPOSITE', /-2$/],
    ['CRC32C', 'FULL_OBJECT', /^[\w+/]{6}==$/],
  ] as const)('with %s %s', async (ChecksumAlgorithm, ChecksumType, shape) => {
    const Key = `k/${ChecksumAlgorithm}`;
    const { part, complete, where } = await begin(Key, { ChecksumAlgorithm, ChecksumType });
    const two = await part(2, second);
    await part(1, second);
    const one = await part(1, first);
    const listed = await cloud.client.send(new ListPartsCommand(where));
    expect(listed.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, FIVE],
      [2, 1234],
    ]);
    const done = await complete([one, two]);
    expect(done.ETag).toBe(`"${md5(Buffer.concat([md5(first), md5(second)])).toString('hex')}-2"`);
    const back = await cloud.client.send(new GetObjectCommand({ Bucket, Key }));
    expect(Buffer.from(await back.Body!.transformToByteArray()).equals(Buffer.concat([first, second]))).toBe(
      true,
    );
    expect(back).toMatchObject({ ContentType: 'a/b', Metadata: { m: '1' } });
    const head: any = await cloud.client.send(
      new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }),
    );
    expect(head[`Checksum${ChecksumAlgorithm ?? 'CRC64NVME'}`]).toMatch(shape);
    const last = await cloud.client.send(new GetObjectCommand({ Bucket, Key, PartNumber: 2 }));
    expect(last).toMatchObject({
      PartsCount: 2,
      ContentLength: 1234,
      ContentRange: `bytes ${FIVE}-${FIVE + 1233}/${FIVE + 1234}`,
    });
    expect(await nameOf(complete([one, two]))).toBe('NoSuchUpload');
  });

  test('refuse wrong orders, tags and sizes, and stay as they are', async () => {
    const { part, complete, where } = await begin('wrong');
    const one = await part(1, second);
    const two = await part(2, second);
    expect(await nameOf(complete([two, one]))).toBe('InvalidPartOrder');
    expect(await nameOf(complete([{ ...one, ETag: '"00"' }]))).toBe('InvalidPart');
    expect(await nameOf(complete([{ PartNumber: 7, ETag: one.ETag }]))).toBe('InvalidPart');
    expect(await nameOf(complete([one, two]))).toBe('EntityTooSmall');
    expect(await nameOf(complete([]))).toBe('MalformedXML');
    const { Uploads } = await cloud.client.send(new ListMultipartUploadsCommand({ Bucket, Prefix: 'wrong' }));
    expect(Uploads?.map((one) => one.UploadId)).toEqual([where.UploadId]);
    await cloud.client.send(new AbortMultipartUploadCommand(where));
    expect(await nameOf(cloud.client.send(new AbortMultipartUploadCommand(where)))).toBe('NoSuchUpload');
    expect(await nameOf(part(3, second))).toBe('NoSuchUpload');
  });
});
