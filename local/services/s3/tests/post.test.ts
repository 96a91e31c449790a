import { createHmac } from 'node:crypto';
import { CreateBucketCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, messageOf, REGION, startTestCloud, type TestCloud } from './harness.ts';

let cloud: TestCloud;
let keys: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
const Bucket = 'uploads';
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.client.send(new CreateBucketCommand({ Bucket }));
  const roleClient = cloud.clientOf('uploader', [
    { Effect: 'Allow', Action: 's3:PutObject', Resource: `arn:aws:s3:::${Bucket}/in/*` },
  ]);
  keys = await roleClient.config.credentials();
});
afterAll(() => cloud[Symbol.asyncDispose]());

interface Signed {
  conditions?: unknown[];
  fields?: Record<string, string>;
  expiresIn?: number;
  policy?: string;
  secret?: string;
  region?: string;
}

/** As the AWS SDK's `createPresignedPost` does it. */
function presign({ conditions = [], fields = {}, expiresIn = 60, policy, secret, region = REGION }: Signed) {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = stamp.slice(0, 8);
  const all: Record<string, string> = {
    bucket: Bucket,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${keys.accessKeyId}/${day}/${region}/s3/aws4_request`,
    'X-Amz-Date': stamp,
    'X-Amz-Security-Token': keys.sessionToken ?? '',
    ...fields,
  };
  const document = {
    expiration: new Date(cloud.clock.now() + expiresIn * 1000).toISOString(),
    conditions: [...conditions, ...Object.entries(all).map(([name, value]) => ({ [name]: value }))],
  };
  const text = policy ?? Buffer.from(JSON.stringify(document)).toString('base64');
  const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
  const signing = [day, region, 's3', 'aws4_request'].reduce(
    (key: Buffer | string, step) => hmac(key, step),
    `AWS4${secret ?? keys.secretAccessKey}`,
  );
  return { ...all, Policy: text, 'X-Amz-Signature': hmac(signing, text).toString('hex') };
}

async function post(
  fields: Record<string, string>,
  file: string | Uint8Array<ArrayBuffer> = 'content',
  name = 'me ü.txt',
) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([file]), name);
  const response = await fetch(`${cloud.baseUrl}/s3/${Bucket}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    code: codeOf(text),
    message: messageOf(text),
  };
}
const read = async (Key: string) => {
  const output = await cloud.client.send(new GetObjectCommand({ Bucket, Key }));
  return { ...output, text: await output.Body?.transformToString() };
};

describe('browser uploads', () => {
  test('within the policy are stored with what the form says', async () => {
    const fields = presign({
      fields: {
        key: 'in/a',
        'Content-Type': 'image/png',
        'x-amz-meta-by': 'me',
        'Cache-Control': 'no-cache',
      },
      conditions: [['content-length-range', 1, 100]],
    });
    const answer = await post(fields);
    expect(answer).toMatchObject({ status: 204, text: '' });
    const back = await read('in/a');
    expect(back).toMatchObject({
      text: 'content',
      ContentType: 'image/png',
      CacheControl: 'no-cache',
      Metadata: { by: 'me' },
      ETag: answer.headers.get('etag'),
    });
  });

  test('bytes of every kind arrive unharmed', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 256);
    expect((await post(presign({ fields: { key: 'in/bytes' } }), bytes)).status).toBe(204);
    const output = await cloud.client.send(new GetObjectCommand({ Bucket, Key: 'in/bytes' }));
    expect(Buffer.from(await output.Body!.transformToByteArray()).equals(Buffer.from(bytes))).toBe(true);
  });

  test('${filename} is the file’s name', async () => {
    const { key: _none, ...fields } = presign({ conditions: [['starts-with', '$key', 'in/']] }) as Record<
      string,
      string
    >;
    expect((await post({ key: 'in/${filename}', ...fields })).status).toBe(204);
    expect((await read('in/me ü.txt')).text).toBe('content');
  });

  test('answer as the form wishes', async () => {
    const made = await post(presign({ fields: { key: 'in/201', success_action_status: '201' } }));
    expect(made.status).toBe(201);
    expect(made.text).toContain(`<PostResponse><Location>${cloud.baseUrl}/s3/uploads/in%2F201</Location>`);
    expect((await post(presign({ fields: { key: 'in/200', success_action_status: '200' } }))).status).toBe(
      200,
    );
    const away = await post(
      presign({ fields: { key: 'in/303', success_action_redirect: 'http://localhost/done?x=1' } }),
    );
    expect(away.status).toBe(303);
    const location = new URL(away.headers.get('location') ?? '');
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      x: '1',
      bucket: Bucket,
      key: 'in/303',
    });
  });

  const key = { key: 'in/refused' };
  test.each<[string, () => Record<string, string>, number, string, string | RegExp]>([
    [
      'an expired policy',
      () => presign({ fields: key, expiresIn: -1 }),
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy expired.',
    ],
    [
      'another key',
      () => ({ ...presign({ fields: key }), key: 'in/else' }),
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy Condition failed: ["eq", "$key", "in/refused"]',
    ],
    [
      'a key without the prefix',
      () => ({ ...presign({ conditions: [['starts-with', '$key', 'in/']] }), key: 'out/x' }),
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy Condition failed: ["starts-with", "$key", "in/"]',
    ],
    [
      'a missing field',
      () => presign({ fields: key, conditions: [['starts-with', '$Content-Type', 'image/']] }),
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy Condition failed: ["starts-with", "$Content-Type", "image/"]',
    ],
    [
      'a field that the policy doesn’t know',
      () => ({ ...presign({ fields: key }), 'x-amz-meta-more': '1' }),
      403,
      'AccessDenied',
      'Invalid according to Policy: Extra input fields: x-amz-meta-more',
    ],
    [
      'a bucket of another name',
      () => presign({ fields: { ...key, bucket: 'other' } }),
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy Condition failed: ["eq", "$bucket", "other"]',
    ],
    [
      'too large a file',
      () => presign({ fields: key, conditions: [['content-length-range', 0, 6]] }),
      400,
      'EntityTooLarge',
      'Your proposed upload exceeds the maximum allowed size',
    ],
    [
      'too small a file',
      () => presign({ fields: key, conditions: [['content-length-range', 8, 60]] }),
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
    ],
    [
      'a wrong secret',
      () => presign({ fields: key, secret: 'x' }),
      403,
      'SignatureDoesNotMatch',
      /signature/,
    ],
    [
      'a changed policy',
      () => ({ ...presign({ fields: key }), Policy: Buffer.from('{}').toString('base64') }),
      403,
      'SignatureDoesNotMatch',
      /signature/,
    ],
    [
      'a forged token',
      () => ({ ...presign({ fields: key }), 'X-Amz-Security-Token': 'forged' }),
      400,
      'InvalidToken',
      /token/,
    ],
    [
      'another region',
      () => presign({ fields: key, region: 'eu-west-1' }),
      400,
      'AuthorizationHeaderMalformed',
      /'eu-west-1' is wrong; expecting 'us-east-1'/,
    ],
    [
      'a policy that is no JSON',
      () => presign({ fields: key, policy: Buffer.from('{').toString('base64') }),
      400,
      'InvalidPolicyDocument',
      'Invalid Policy: Invalid JSON.',
    ],
    [
      'no key',
      () => presign({}),
      400,
      'InvalidArgument',
      "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
    ],
    [
      'no signature',
      () => {
        const { 'X-Amz-Signature': _gone, ...rest } = presign({ fields: key });
        return rest;
      },
      400,
      'InvalidArgument',
      /a field named 'X-Amz-Signature'/,
    ],
    ['nobody in particular', () => key, 403, 'AccessDenied', 'Access Denied'],
    [
      'what the signer may not do',
      () => presign({ fields: { key: 'out/x' } }),
      403,
      'AccessDenied',
      /assumed-role\/uploader\/test is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::uploads\/out\/x" because no identity-based policy/,
    ],
  ])('%s is refused', async (_name, fields, status, code, message) => {
    const answer = await post(fields());
    expect(answer).toMatchObject({ status, code });
    if (typeof message === 'string') expect(answer.message).toBe(message);
    else expect(answer.message).toMatch(message);
    await expect(read('in/refused')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('a limit says what was proposed', async () => {
    const { text } = await post(presign({ fields: key, conditions: [['content-length-range', 0, 6]] }));
    expect(text).toContain('<ProposedSize>7</ProposedSize><MaxSizeAllowed>6</MaxSizeAllowed>');
  });

  test('the policy ends by the cloud’s clock', async () => {
    const fields = presign({ fields: { key: 'in/late' }, expiresIn: 600 });
    cloud.clock.advance(601_000);
    expect((await post(fields)).message).toBe('Invalid according to Policy: Policy expired.');
  });

  test.each([
    ['text/plain', 'x', 412, 'PreconditionFailed'],
    ['multipart/form-data', 'x', 400, 'MalformedPOSTRequest'],
    ['multipart/form-data; boundary=b', 'x', 400, 'MalformedPOSTRequest'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\na',
      400,
      'MalformedPOSTRequest',
    ],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\na\r\n--b--',
      400,
      'InvalidArgument',
    ],
  ])('a body of %s is checked', async (type, body, status, code) => {
    const url = `${cloud.baseUrl}/s3/${Bucket}`;
    const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
    expect({ status: response.status, code: codeOf(await response.text()) }).toEqual({ status, code });
  });
});
