import { createHash, createHmac } from 'node:crypto';

const MAX_CACHED = 500;
const cache = new Map<string, Buffer>();

/** The key that signs one day's requests to one service in one region; derived once, then remembered. */
export function signingKey(secretAccessKey: string, date: string, region: string, service: string): Buffer {
  const name = `${secretAccessKey}/${date}/${region}/${service}`;
  const known = cache.get(name);
  if (known) return known;
  const steps = [date, region, service, 'aws4_request'];
  const key = steps.reduce<Buffer>((value, step) => hmac(value, step), Buffer.from(`AWS4${secretAccessKey}`));
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(name, key);
  return key;
}

export function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}
