import { createHash, createHmac, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { crc32 } from 'node:zlib';
import { CreateBucketCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { codeOf, REGION, startTestCloud } from './harness.ts';

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/** Signs chunks as other SDKs do (AWS: «Transferring payload in multiple chunks»). */
function signedChunks(
  baseUrl: string,
  keys: { accessKeyId: string; secretAccessKey: string },
  path: string,
  body: Buffer,
  { trailer = false, tamper = false, wrongSum = false } = {},
) {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${stamp.slice(0, 8)}/${REGION}/s3/aws4_request`;
  const headers: Record<string, string> = {
    host: new URL(baseUrl).host,
    'x-amz-content-sha256': `STREAMING-AWS4-HMAC-SHA256-PAYLOAD${trailer ? '-TRAILER' : ''}`,
    'x-amz-date': stamp,
    'x-amz-decoded-content-length': String(body.length),
    'content-encoding': 'aws-chunked,gzip',
    ...(trailer ? { 'x-amz-trailer': 'x-amz-checksum-crc32' } : {}),
  };
  const names = Object.keys(headers).sort();
  const canonical = [
    'PUT',
    path,
    '',
    ...names.map((one) => `${one}:${headers[one]}`),
    '',
    names.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n');
  const key = scope
    .split('/')
    .reduce((value: Buffer | string, step) => hmac(value, step), `AWS4${keys.secretAccessKey}`) as Buffer;
  const sign = (...lines: string[]) => hmac(key, lines.join('\n')).toString('hex');
  let previous = sign('AWS4-HMAC-SHA256', stamp, scope, hash(canonical));
  headers['authorization'] =
    `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${previous}`;
  const out: Buffer[] = [];
  for (let at = 0; ; at += 65_536) {
    const data = body.subarray(at, at + 65_536);
    previous = sign('AWS4-HMAC-SHA256-PAYLOAD', stamp, scope, previous, hash(''), hash(data));
    const sent = tamper && at > 0 ? Buffer.alloc(data.length) : data;
    out.push(Buffer.from(`${data.length.toString(16)};chunk-signature=${previous}\r\n`), sent);
    if (data.length === 0) break;
    out.push(Buffer.from('\r\n'));
  }
  if (trailer) {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE((crc32(body) ^ (wrongSum ? 1 : 0)) >>> 0);
    const line = `x-amz-checksum-crc32:${sum.toString('base64')}`;
    previous = sign('AWS4-HMAC-SHA256-TRAILER', stamp, scope, previous, hash(`${line}\n`));
    out.push(Buffer.from(`${line}\r\nx-amz-trailer-signature:${previous}\r\n\r\n`));
  } else out.push(Buffer.from('\r\n'));
  const { host: _host, ...sendable } = headers;
  return { headers: sendable, body: Buffer.concat(out) };
}

test('signed chunks, with and without trailers, are verified one by one', async () => {
  await using cloud = await startTestCloud();
  await cloud.client.send(new CreateBucketCommand({ Bucket: 'chunked' }));
  const body = randomBytes(150_000);
  const send = async (name: string, options: object = {}, change = (raw: Buffer) => raw) => {
    const path = `/s3/chunked/${name}`;
    const signed = signedChunks(cloud.baseUrl, cloud.iam.developerCredentials, path, body, options);
    const request = { method: 'PUT', headers: signed.headers, body: change(signed.body) as never };
    const response = await fetch(`${cloud.baseUrl}${path}`, request);
    return response.ok ? 'ok' : codeOf(await response.text());
  };
  expect(await send('plain')).toBe('ok');
  expect(await send('trailer', { trailer: true })).toBe('ok');
  for (const Key of ['plain', 'trailer']) {
    const back = await cloud.client.send(new GetObjectCommand({ Bucket: 'chunked', Key }));
    expect(Buffer.from(await back.Body!.transformToByteArray()).equals(body)).toBe(true);
    expect(back.ContentEncoding).toBe('gzip');
  }
  expect(await send('no', { tamper: true })).toBe('SignatureDoesNotMatch');
  expect(await send('no', { trailer: true, wrongSum: true })).toBe('BadDigest');
  expect(await send('no', {}, (raw) => raw.subarray(0, raw.length - 200))).toBe('IncompleteBody');
  const changed = (raw: Buffer) =>
    Buffer.from(raw.toString('latin1').replace('checksum-crc32:', 'checksum-crc32: A'), 'latin1');
  expect(await send('no', { trailer: true }, changed)).toBe('SignatureDoesNotMatch');
  const none = cloud.client.send(new GetObjectCommand({ Bucket: 'chunked', Key: 'no' }));
  await expect(none).rejects.toMatchObject({ name: 'NoSuchKey' });
});
