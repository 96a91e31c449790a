import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

const MAX_CACHED = 500;
const cache = new Map<string, KeyObject>();

/**
 * The key that signs one day's requests to one service in one region; derived once, then remembered, as a key object:
 * Node takes a fifth of the time with one.
 */
export function signingKey(
  secretAccessKey: string,
  date: string,
  region: string,
  service: string,
): KeyObject {
  const name = `${secretAccessKey}/${date}/${region}/${service}`;
  const known = cache.get(name);
  if (known) return known;
  const steps = [date, region, service, 'aws4_request'];
  const bytes = steps.reduce<Buffer>(
    (value, step) => hmac(value, step),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  const key = createSecretKey(bytes);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(name, key);
  return key;
}

export function hmac(key: Buffer | KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}
