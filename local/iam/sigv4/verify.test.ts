import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, test } from 'vitest';
import { createClock } from '../../core/clock.ts';
import type { SignedRequest } from './signed-request.ts';
import { hmac, signingKey } from './signing-key.ts';
import { createSignatureVerifier } from './verify.ts';

const credentials = { accessKeyId: 'AKIAEXAMPLEEXAMPLE00', secretAccessKey: 'c2VjcmV0IG9mIGEgdGVzdA' };
const clock = createClock();
const verifier = createSignatureVerifier({
  clock,
  region: 'us-east-1',
  resolve(id, token) {
    if (token === 'old') return { kind: 'expired' };
    if (token === 'forged') return { kind: 'invalid-token' };
    if (id !== credentials.accessKeyId) return { kind: 'unknown-key' };
    return { kind: 'known', secretAccessKey: credentials.secretAccessKey, principal: { kind: 'developer' } };
  },
});

interface Sample {
  method?: string;
  path?: string;
  query?: Record<string, string | string[]>;
  body?: string;
  service?: string;
  headers?: Record<string, string>;
  sessionToken?: string;
  accessKeyId?: string;
  region?: string;
  at?: number;
  presign?: number;
}

async function signed(sample: Sample): Promise<SignedRequest> {
  const service = sample.service ?? 'dynamodb';
  const signer = new SignatureV4({
    service,
    region: sample.region ?? 'us-east-1',
    sha256: Sha256,
    uriEscapePath: service !== 's3',
    credentials: {
      ...credentials,
      ...(sample.accessKeyId ? { accessKeyId: sample.accessKeyId } : {}),
      ...(sample.sessionToken ? { sessionToken: sample.sessionToken } : {}),
    },
  });
  const request = {
    method: sample.method ?? 'POST',
    protocol: 'http:',
    hostname: '127.0.0.1',
    port: 4000,
    path: sample.path ?? '/',
    query: sample.query ?? {},
    headers: { host: '127.0.0.1:4000', ...sample.headers },
    body: sample.body ?? '',
  };
  const signingDate = new Date(sample.at ?? clock.now());
  const done =
    sample.presign === undefined
      ? await signer.sign(request, { signingDate })
      : await signer.presign(request, { signingDate, expiresIn: sample.presign });
  const pairs = Object.entries(done.query ?? {}).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one ?? '')}`),
  );
  const headers = Object.entries(done.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method: done.method,
    rawPath: done.path,
    rawQuery: pairs.join('&'),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: request.body,
  };
}

describe('requests signed by the SDK’s own signer', () => {
  test.each<[string, Sample]>([
    ['JSON', { body: '{"a":1}', headers: { 'x-amz-target': 'X.Y', 'content-type': 'application/json' } }],
    ['a prefix in the path', { path: '/dynamodb/', body: '{}' }],
    ['an encoded path', { path: '/a%20b/c%2Fd/ü'.replace('ü', '%C3%BC'), service: 'lambda' }],
    ['a query to sort', { method: 'GET', query: { b: '2', a: ['z', 'y'], 'c d': 'ä+*', e: '' } }],
    ['a session token', { sessionToken: 'good' }],
    ['spaces in a header', { headers: { 'x-amz-meta': '  two   spaces ' } }],
    [
      'an S3 path',
      {
        service: 's3',
        method: 'PUT',
        path: '/b/a%20b//c%2Bd',
        body: 'x',
        headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
      },
    ],
    ['a presigned S3 URL', { service: 's3', method: 'GET', path: '/b/key', presign: 900 }],
  ])('%s', async (_name, sample) => {
    let request = await signed(sample);
    if (sample.presign !== undefined) request = await presignedUnsignedPayload(sample);
    expect(verifier.verify(request, sample.service ?? 'dynamodb', 's3').principal).toEqual({
      kind: 'developer',
    });
  });

  async function presignedUnsignedPayload(sample: Sample): Promise<SignedRequest> {
    return signed({ ...sample, headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } });
  }
});

describe('requests that are refused', () => {
  const tampered = (change: Partial<SignedRequest>) => async (sample: Sample) => ({
    ...(await signed(sample)),
    ...change,
  });
  test.each<[string, Sample, (sample: Sample) => Promise<SignedRequest>, string, RegExp]>([
    ['a changed body', { body: 'a' }, tampered({ body: 'b' }), 'InvalidSignatureException', /does not match/],
    ['a changed path', {}, tampered({ rawPath: '/x' }), 'InvalidSignatureException', /does not match/],
    [
      'an unknown key',
      { accessKeyId: 'AKIASOMEBODYELSE0000' },
      signed,
      'UnrecognizedClientException',
      /^The security token included in the request is invalid\.$/,
    ],
    ['a forged token', { sessionToken: 'forged' }, signed, 'UnrecognizedClientException', /invalid/],
    ['an expired token', { sessionToken: 'old' }, signed, 'ExpiredTokenException', /expired/],
    [
      'an old request',
      { at: clock.now() - 16 * 60_000 },
      signed,
      'InvalidSignatureException',
      /^Signature expired: /,
    ],
    [
      'a request from the future',
      { at: clock.now() + 16 * 60_000 },
      signed,
      'InvalidSignatureException',
      /not yet current/,
    ],
    [
      'another service',
      { service: 's3' },
      signed,
      'InvalidSignatureException',
      /correct service: 'dynamodb'/,
    ],
    ['another region', { region: 'eu-west-1' }, signed, 'InvalidSignatureException', /valid region/],
    [
      'half a header',
      {},
      tampered({ headers: { host: 'a', authorization: 'AWS4-HMAC-SHA256 Credential=x' } }),
      'IncompleteSignatureException',
      /requires 'Signature' parameter.*'SignedHeaders'.*X-Amz-Date/,
    ],
  ])('%s', async (_name, sample, make, code, message) => {
    const request = await make(sample);
    expect(() => verifier.verify(request, 'dynamodb')).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });

  test('S3 has names of its own', async () => {
    const s3 = {
      service: 's3',
      method: 'GET',
      path: '/b/k',
      headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    };
    const code = async (sample: Sample): Promise<string> => {
      const request = await signed({ ...s3, ...sample });
      try {
        verifier.verify(request, 's3', 's3');
        return 'none';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(await code({})).toBe('none');
    expect(await code({ accessKeyId: 'AKIASOMEBODYELSE0000' })).toBe('InvalidAccessKeyId');
    expect(await code({ at: clock.now() - 16 * 60_000 })).toBe('RequestTimeTooSkewed');
    expect(await code({ presign: 60, at: clock.now() - 61_000 })).toBe('AccessDenied');
  });

  test('functions sign with the moved clock, browsers with the machine’s; in between nobody does', async () => {
    const moved = createClock(86_400_000);
    const both = createSignatureVerifier({
      clock: moved,
      region: 'us-east-1',
      resolve: () => ({
        kind: 'known',
        secretAccessKey: credentials.secretAccessKey,
        principal: { kind: 'developer' },
      }),
    });
    const verify = async (at: number) => both.verify(await signed({ at }), 'dynamodb').principal.kind;
    expect(await verify(moved.now())).toBe('developer');
    expect(await verify(moved.now() - moved.offset)).toBe('developer');
    await expect(verify(moved.now() - 3_600_000)).rejects.toThrow('Signature expired');
  });

  test('a moved clock doesn’t make fresh signatures old', async () => {
    const moved = createClock(7 * 24 * 3600_000);
    const other = createSignatureVerifier({
      clock: moved,
      region: 'us-east-1',
      resolve: () => ({
        kind: 'known',
        secretAccessKey: credentials.secretAccessKey,
        principal: { kind: 'developer' },
      }),
    });
    const request = await signed({});
    expect(other.verify(request, 'dynamodb').principal.kind).toBe('developer');
  });
});

test('a signature over a text, as S3’s POST policies have', () => {
  const key = signingKey(credentials.secretAccessKey, '20260131', 'us-east-1', 's3');
  const credential = `${credentials.accessKeyId}/20260131/us-east-1/s3/aws4_request`;
  const signature = hmac(key, 'policy').toString('hex');
  expect(verifier.verifyText({ text: 'policy', credential, signature })).toEqual({ kind: 'developer' });
  expect(() => verifier.verifyText({ text: 'other', credential, signature })).toThrow(
    expect.objectContaining({ code: 'SignatureDoesNotMatch' }),
  );
});
