import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { applyResource } from '../../../core/testing.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { unzip } from '../../../core/unzip.ts';
import { startTestCloud, type TestCloud } from './harness.ts';

const ASSETS = 'cdk-hnb659fds-assets-000000000000-us-east-1';
const HASH = 'a'.repeat(64);

async function remove(cloud: TestCloud, type: string, properties: object, ref?: string) {
  const handler = cloud.s3.resources.find((one) => one.types.includes(type)) as ResourceHandler<object>;
  const previousOutput = ref === undefined ? undefined : { ref, attributes: {} };
  await handler.remove?.({
    type,
    logicalId: 'X',
    stackPath: 't',
    address: 't/X',
    properties,
    previousOutput,
  });
}
const keysOf = async (cloud: TestCloud, Bucket: string) =>
  ((await cloud.client.send(new ListObjectsV2Command({ Bucket }))).Contents ?? []).map((one) => one.Key);
async function textOf(cloud: TestCloud, Bucket: string, Key: string) {
  return await (await cloud.client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();
}

describe('resources', () => {
  test('a bucket without a name gets one, the same at each start, and local addresses', async () => {
    await using cloud = await startTestCloud();
    const { ref, attributes } = await applyResource(
      cloud.s3,
      'AWS::S3::Bucket',
      'MyUploadsBucketF566B665',
      {},
    );
    expect(ref).toMatch(/^test-myuploadsbucketf566b665-[a-z0-9]{12}$/);
    const host = new URL(cloud.baseUrl).host;
    expect(attributes).toMatchObject({
      Arn: `arn:aws:s3:::${ref}`,
      DomainName: `${host}/s3/${ref}`,
      RegionalDomainName: `${host}/s3/${ref}`,
    });
    expect((await applyResource(cloud.s3, 'AWS::S3::Bucket', 'MyUploadsBucketF566B665', {})).ref).toBe(ref);
    await cloud.client.send(new PutObjectCommand({ Bucket: ref, Key: 'a', Body: 'x' }));
    await remove(cloud, 'AWS::S3::Bucket', {}, ref);
    await expect(keysOf(cloud, ref)).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  test.each([
    { WebsiteConfiguration: { IndexDocument: 'i' } },
    {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
      },
    },
  ])('what is not covered is named: %o', async (properties) => {
    await using cloud = await startTestCloud();
    await expect(applyResource(cloud.s3, 'AWS::S3::Bucket', 'B', properties)).rejects.toMatchObject({
      code: 'NotCovered',
    });
  });

  test('assets are read from the assembly: files, and folders as archives', async () => {
    await using cloud = await startTestCloud();
    writeFileSync(join(cloud.assembly, `asset.${HASH}.txt`), 'an asset');
    expect(await textOf(cloud, ASSETS, `${HASH}.txt`)).toBe('an asset');
    const folder = join(cloud.assembly, `asset.${'b'.repeat(64)}`);
    mkdirSync(join(folder, 'sub'), { recursive: true });
    writeFileSync(join(folder, 'sub', 'é.txt'), 'deep '.repeat(100));
    const output = await cloud.client.send(
      new GetObjectCommand({ Bucket: ASSETS, Key: `${'b'.repeat(64)}.zip` }),
    );
    const files = unzip(Buffer.from(await output.Body!.transformToByteArray()));
    expect(files.map(({ name, content }) => [name, content.toString()])).toEqual([
      ['sub/é.txt', 'deep '.repeat(100)],
    ]);
    await expect(textOf(cloud, ASSETS, `${'c'.repeat(64)}.txt`)).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(textOf(cloud, ASSETS, '../iam/keys.json')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('a bucket deployment copies, replaces markers, prunes, and leaves what is the same', async () => {
    await using cloud = await startTestCloud();
    await applyResource(cloud.s3, 'AWS::S3::Bucket', 'Site', { BucketName: 'site' });
    const folder = join(cloud.assembly, `asset.${HASH}`);
    mkdirSync(join(folder, 'css'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<a>');
    writeFileSync(join(folder, 'css', 'a.css'), 'a{}');
    writeFileSync(join(folder, 'config.json'), '{"arn":"<<marker:0xbaba:0>>"}');
    writeFileSync(join(folder, 'skip.map'), '');
    const properties = {
      SourceBucketNames: [ASSETS],
      SourceObjectKeys: [`${HASH}.zip`],
      SourceMarkers: [{ '<<marker:0xbaba:0>>': 'arn:x' }],
      DestinationBucketName: 'site',
      DestinationBucketKeyPrefix: '/p',
      Exclude: ['*.map'],
      SystemMetadata: { 'cache-control': 'max-age=9' },
      UserMetadata: { by: 'deploy' },
      Prune: true,
      OutputObjectKeys: true,
    };
    const deploy = () => applyResource(cloud.s3, 'Custom::CDKBucketDeployment', 'Deploy', properties);
    await cloud.client.send(new PutObjectCommand({ Bucket: 'site', Key: 'p/stale', Body: 'x' }));
    await cloud.client.send(new PutObjectCommand({ Bucket: 'site', Key: 'other', Body: 'x' }));
    expect((await deploy()).attributes).toMatchObject({ SourceObjectKeys: [`${HASH}.zip`] });
    expect(await keysOf(cloud, 'site')).toEqual(['other', 'p/config.json', 'p/css/a.css', 'p/index.html']);
    expect(await textOf(cloud, 'site', 'p/config.json')).toBe('{"arn":"arn:x"}');
    const page = () => cloud.client.send(new GetObjectCommand({ Bucket: 'site', Key: 'p/index.html' }));
    const before = await page();
    expect(before).toMatchObject({
      ContentType: 'text/html',
      CacheControl: 'max-age=9',
      Metadata: { by: 'deploy' },
    });
    cloud.clock.advance(60_000);
    await deploy();
    expect((await page()).LastModified).toEqual(before.LastModified);
    await remove(cloud, 'Custom::CDKBucketDeployment', { ...properties, RetainOnDelete: false });
    expect(await keysOf(cloud, 'site')).toEqual(['other']);
    await remove(cloud, 'Custom::S3AutoDeleteObjects', { BucketName: 'site' });
    expect(await keysOf(cloud, 'site')).toEqual([]);
  });
});

describe('what persists', () => {
  test('objects over a restart; orphans and reset', async () => {
    await using owner = await startTestCloud();
    const folder = join(owner.folder, 'inner');
    {
      await using cloud = await startTestCloud(folder);
      await applyResource(cloud.s3, 'AWS::S3::Bucket', 'B', { BucketName: 'kept' });
      await cloud.client.send(new PutObjectCommand({ Bucket: 'kept', Key: 'a', Body: 'still here' }));
      mkdirSync(join(folder, 's3', 'objects', 'zz'), { recursive: true });
      writeFileSync(join(folder, 's3', 'objects', 'zz', 'zz-orphan'), '');
    }
    await using again = await startTestCloud(folder);
    expect(await textOf(again, 'kept', 'a')).toBe('still here');
    expect(readdirSync(join(folder, 's3', 'objects', 'zz'))).toEqual([]);
    expect(await again.s3.inspect?.()).toMatchObject([
      { name: ASSETS },
      { name: 'kept', objects: 1, bytes: 10 },
    ]);
    await again.s3.reset?.();
    expect(await keysOf(again, 'kept')).toEqual([]);
  });

  test('every acknowledged put outlives SIGKILL', async () => {
    await using owner = await startTestCloud();
    const folder = join(owner.folder, 'killed');
    const writer = fileURLToPath(import.meta.resolve('./writer.fixture.ts'));
    const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = -1;
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      for (const line of text.trim().split('\n')) acknowledged = Math.max(acknowledged, Number(line));
      if (acknowledged >= 50) child.kill('SIGKILL');
    });
    await once(child, 'close');
    expect(acknowledged).toBeGreaterThanOrEqual(50);
    await using again = await startTestCloud(folder);
    for (let i = 0; i <= acknowledged; i += 1) {
      expect(await textOf(again, 'kept', `k${i}`)).toBe(`value ${i}`.repeat(1000));
    }
  });
});
