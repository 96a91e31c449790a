import { randomBytes, randomUUID } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** KSUIDs count seconds from 2014-05-13T16:53:20Z. */
const KSUID_EPOCH_SECONDS = 1_400_000_000;

export function autoId(): string {
  return randomUUID();
}

/** A ULID (https://github.com/ulid/spec): 48 bits of milliseconds and 80 random bits in Crockford's base 32. */
export function autoUlid(now: number): string {
  const bits = (BigInt(Math.trunc(now)) << 80n) | toBigInt(randomBytes(10));
  return encode(bits, CROCKFORD, 26);
}

/** A KSUID (https://github.com/segmentio/ksuid): 32 bits of seconds and 128 random bits in base 62. */
export function autoKsuid(now: number): string {
  const seconds = BigInt(Math.trunc(now / 1000) - KSUID_EPOCH_SECONDS);
  return encode((seconds << 128n) | toBigInt(randomBytes(16)), BASE62, 27);
}

function toBigInt(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function encode(value: bigint, alphabet: string, length: number): string {
  const base = BigInt(alphabet.length);
  let text = '';
  for (let rest = value; text.length < length; rest /= base) text = alphabet[Number(rest % base)] + text;
  return text;
}
