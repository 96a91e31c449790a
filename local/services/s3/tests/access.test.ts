import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyResource } from '../../../core/testing.ts';
import { codeOf, messageOf, REGION, startTestCloud, type TestCloud } from './harness.ts';

let cloud: TestCloud;
const Bucket = 'private-things';
const ARN = `arn:aws:s3:::${Bucket}`;
beforeAll(async () => {
  cloud = await startTestCloud();
  await applyResource(cloud.s3, 'AWS::S3::Bucket', 'Private', {
    BucketName: Bucket,
    CorsConfiguration: {
      CorsRules: [
        {
          AllowedOrigins: ['http://localhost:5173', 'https://*.example.com'],
          AllowedMethods: ['PUT', 'GET'],
          AllowedHeaders: ['content-type', 'x-amz-*'],
          ExposedHeaders: ['ETag'],
          MaxAge: 300,
        },
      ],
    },
  });
  await cloud.client.send(new PutObjectCommand({ Bucket, Key: 'mine/a', Body: 'secret' }));
});
afterAll(() => cloud[Symbol.asyncDispose]());

const nameOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: Error) => error.name,
  );
const plain = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${cloud.baseUrl}/s3${path}`, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    code: codeOf(text),
    message: messageOf(text),
  };
};

/** As the SDK's `getSignedUrl` does it. */
async function presign(
  method: string,
  path: string,
  expiresIn: number,
  headers: Record<string, string> = {},
) {
  const signer = new SignatureV4({
    service: 's3',
    region: REGION,
    credentials: cloud.iam.developerCredentials,
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
  const { host, port, hostname } = new URL(cloud.baseUrl);
  const request = {
    method,
    protocol: 'http:',
    hostname,
    port: Number(port),
    path,
    headers: { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', ...headers },
  };
  const { query = {} } = await signer.presign(request, {
    expiresIn,
    unsignableHeaders: new Set(['content-type']),
  });
  return `${cloud.baseUrl}${path}?${new URLSearchParams(query as Record<string, string>)}`;
}

describe('who may do what', () => {
  test('a role, by its policies; the words are AWS’s', async () => {
    const reader = cloud.clientOf('reader', [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: `${ARN}/mine/*` },
    ]);
    const { Body } = await reader.send(new GetObjectCommand({ Bucket, Key: 'mine/a' }));
    expect(await Body?.transformToString()).toBe('secret');
    await expect(
      reader.send(new PutObjectCommand({ Bucket, Key: 'mine/a', Body: 'x' })),
    ).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: arn:aws:sts::000000000000:assumed-role/reader/test is not authorized to perform: s3:PutObject on resource: "${ARN}/mine/a" because no identity-based policy allows the s3:PutObject action`,
      $metadata: { httpStatusCode: 403 },
    });
    expect(await nameOf(reader.send(new DeleteObjectCommand({ Bucket, Key: 'mine/a' })))).toBe(
      'AccessDenied',
    );
    // Who may not list doesn't learn what isn't there.
    expect(await nameOf(reader.send(new GetObjectCommand({ Bucket, Key: 'mine/none' })))).toBe(
      'AccessDenied',
    );
    const lister = cloud.clientOf('lister', [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: `${ARN}/*` },
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: ARN },
    ]);
    expect(await nameOf(lister.send(new GetObjectCommand({ Bucket, Key: 'mine/none' })))).toBe('NoSuchKey');
    expect(await nameOf(lister.send(new HeadObjectCommand({ Bucket, Key: 'mine/none' })))).toBe('NotFound');
  });

  test('a listing, by its prefix', async () => {
    const some = cloud.clientOf('some', [
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: ARN,
        Condition: { StringLike: { 's3:prefix': 'mine/*' } },
      },
    ]);
    const list = (Prefix: string) => nameOf(some.send(new ListObjectsV2Command({ Bucket, Prefix })));
    expect(await list('mine/')).toBe('ok');
    expect(await list('yours/')).toBe('AccessDenied');
  });

  test('wrong secrets, unknown keys and changed paths are refused in S3’s XML', async () => {
    const { accessKeyId } = cloud.iam.developerCredentials;
    const signed = (secretAccessKey: string, id = accessKeyId) =>
      new SignatureV4({
        service: 's3',
        region: REGION,
        credentials: { accessKeyId: id, secretAccessKey },
        sha256: Sha256,
        uriEscapePath: false,
      }).sign({
        method: 'GET',
        protocol: 'http:',
        hostname: '127.0.0.1',
        path: `/s3/${Bucket}/mine/a`,
        headers: { host: new URL(cloud.baseUrl).host },
      });
    const send = async (secret: string, id?: string) =>
      plain(`/${Bucket}/mine/a`, { headers: (await signed(secret, id)).headers });
    expect(await send('wrong')).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    expect(await send('wrong', 'AKIASOMEBODYELSE0000')).toMatchObject({
      status: 403,
      code: 'InvalidAccessKeyId',
    });
  });

  test('nobody in particular, only by a public policy that is not blocked', async () => {
    expect(await plain(`/${Bucket}/mine/a`)).toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message: 'Access Denied',
    });
    expect(await plain('/no-such-bucket/x')).toMatchObject({ status: 404, code: 'NoSuchBucket' });
    const PolicyDocument = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 's3:*',
          Resource: ['arn:aws:s3:::open', 'arn:aws:s3:::open/*'],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
        { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::open/public/*' },
      ],
    };
    const policy = () =>
      applyResource(cloud.s3, 'AWS::S3::BucketPolicy', 'Policy', { Bucket: 'open', PolicyDocument });
    const bucket = (block: boolean) =>
      applyResource(cloud.s3, 'AWS::S3::Bucket', 'Open', {
        BucketName: 'open',
        ...(block ? {} : { PublicAccessBlockConfiguration: { RestrictPublicBuckets: false } }),
      });
    await bucket(true);
    await expect(policy()).rejects.toThrow('prevented by the BlockPublicPolicy setting');
    await bucket(false);
    await policy();
    await cloud.client.send(new PutObjectCommand({ Bucket: 'open', Key: 'public/a', Body: 'hello' }));
    await cloud.client.send(new PutObjectCommand({ Bucket: 'open', Key: 'other', Body: 'hello' }));
    expect(await plain('/open/public/a')).toMatchObject({ status: 200, text: 'hello' });
    expect((await plain('/open/other')).status).toBe(403);
    expect((await plain('/open/public/a?response-content-type=text/x')).code).toBe('InvalidRequest');
    expect((await plain('/open/public/a', { method: 'DELETE' })).status).toBe(403);
    await bucket(true);
    expect((await plain('/open/public/a')).status).toBe(403);
  });

  test('inside the cloud as outside', async () => {
    const role = {
      kind: 'role',
      roleArn: 'arn:aws:iam::000000000000:role/reader',
      sessionName: 's',
    } as const;
    const output = await cloud.cloud.call<{ Body: Buffer }>(role, 's3', 'GetObject', {
      Bucket,
      Key: 'mine/a',
    });
    expect(output.Body.toString()).toBe('secret');
    const denied = cloud.cloud.call(role, 's3', 'PutObject', { Bucket, Key: 'mine/b', Body: 'x' });
    await expect(denied).rejects.toMatchObject({ code: 'AccessDenied' });
    const developer = { kind: 'developer' } as const;
    await cloud.cloud.call(developer, 's3', 'PutObject', {
      Bucket,
      Key: 'in',
      Body: 'x',
      Metadata: { a: 'b' },
    });
    expect(await cloud.cloud.call(developer, 's3', 'HeadObject', { Bucket, Key: 'in' })).toMatchObject({
      Metadata: { a: 'b' },
      ContentLength: 1,
    });
    expect(await cloud.cloud.call(developer, 's3', 'ListObjectsV2', { Bucket, Prefix: 'i' })).toMatchObject({
      KeyCount: 1,
      Contents: [{ Key: 'in', Size: 1 }],
    });
  });
});

describe('presigned URLs', () => {
  test('get and put what was signed, and nothing else', async () => {
    const path = `/s3/${Bucket}/signed%20by%20url`;
    const put = await fetch(await presign('PUT', path, 60), { method: 'PUT', body: 'by url' });
    expect([put.status, await put.text()]).toEqual([200, '']);
    const url = await presign('GET', path, 60);
    expect(await (await fetch(url)).text()).toBe('by url');
    const tampered = await fetch(url.replace('signed', 'other'));
    expect([tampered.status, codeOf(await tampered.text())]).toEqual([403, 'SignatureDoesNotMatch']);
  });
});

describe('CORS, by the bucket’s rules', () => {
  const preflight = (headers: Record<string, string>) =>
    plain(`/${Bucket}/x`, { method: 'OPTIONS', headers });
  const asked = {
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'Content-Type, x-amz-date',
  };

  test('a preflight that fits, and others', async () => {
    const answer = await preflight({ origin: 'http://localhost:5173', ...asked });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': 'http://localhost:5173',
      'access-control-allow-methods': 'PUT, GET',
      'access-control-allow-headers': 'content-type, x-amz-date',
      'access-control-max-age': '300',
      'access-control-expose-headers': 'ETag',
    });
    for (const wrong of [
      { origin: 'http://localhost:1', ...asked },
      { origin: 'http://localhost:5173', ...asked, 'access-control-request-method': 'POST' },
      { origin: 'http://localhost:5173', ...asked, 'access-control-request-headers': 'x-other' },
    ]) {
      const refused = await preflight(wrong);
      expect(refused).toMatchObject({ status: 403, code: 'AccessForbidden' });
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    }
    const none = await plain('/open/x', {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:5173', ...asked },
    });
    expect(none).toMatchObject({
      status: 403,
      message: 'CORSResponse: CORS is not enabled for this bucket.',
    });
  });

  test('errors and answers carry it too, and only where the rules say so', async () => {
    const from = async (origin: string) =>
      (await plain(`/${Bucket}/mine/a`, { headers: { origin } })).headers.get('access-control-allow-origin');
    expect(await from('https://www.example.com')).toBe('https://www.example.com');
    expect(await from('http://localhost:1')).toBeNull();
  });
});
