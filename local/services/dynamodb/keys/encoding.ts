import { hash } from 'node:crypto';
import type { AttributeValue } from '../values/attribute-value.ts';
import { parseDecimal } from '../values/decimal.ts';

/** How many bytes of the partition key's hash lead a key: the order of a Scan and the ring of its segments. */
export const HASH_BYTES = 4;

/**
 * A key attribute as bytes that compare as DynamoDB compares: strings and binaries bytewise, numbers by value. No
 * encoding is the beginning of another one, so that encodings can be joined and cut into ranges.
 */
export function encodeKeyPart(value: AttributeValue): Buffer {
  if ('S' in value) return terminated(escape(Buffer.from(value.S)));
  if ('B' in value) return terminated(escape(Buffer.from(value.B, 'base64')));
  if ('N' in value) return encodeNumber(value.N);
  throw new TypeError('Only S, N and B can be keys.');
}

/** What the encodings of all keys that begin with a value begin with. */
export function encodeKeyPrefix(value: AttributeValue): Buffer {
  if ('S' in value) return escape(Buffer.from(value.S));
  if ('B' in value) return escape(Buffer.from(value.B, 'base64'));
  throw new TypeError('Only S and B have prefixes.');
}

/** The hash that spreads partitions, and the partition key itself: the common beginning of a partition. */
export function encodePartition(value: AttributeValue): Buffer {
  const part = encodeKeyPart(value);
  return Buffer.concat([hash('sha1', part, 'buffer').subarray(0, HASH_BYTES), part]);
}

/** The smallest bytes that are greater than everything that begins with `prefix`; undefined when there are none. */
export function successor(prefix: Buffer): Buffer | undefined {
  for (let at = prefix.length - 1; at >= 0; at -= 1) {
    if (prefix[at] === 0xff) continue;
    const next = Buffer.from(prefix.subarray(0, at + 1));
    next[at] = prefix[at]! + 1;
    return next;
  }
  return undefined;
}

/** 0x00 becomes 0x00 0xFF, which leaves 0x00 0x00 for the end. */
function escape(bytes: Buffer): Buffer {
  if (!bytes.includes(0)) return bytes;
  const escaped: number[] = [];
  for (const byte of bytes) {
    escaped.push(byte);
    if (byte === 0) escaped.push(0xff);
  }
  return Buffer.from(escaped);
}

function terminated(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.of(0, 0)]);
}

/** Sign, magnitude, digits, end; of a negative number everything after the sign is inverted. */
function encodeNumber(text: string): Buffer {
  const { coefficient, exponent } = parseDecimal(text);
  if (coefficient === 0n) return Buffer.of(2);
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString();
  const body = Buffer.alloc(digits.length + 2);
  body[0] = exponent + digits.length - 1 + 130;
  for (let at = 0; at < digits.length; at += 1) body[at + 1] = digits.charCodeAt(at) - 47;
  if (coefficient > 0n) return Buffer.concat([Buffer.of(3), body]);
  return Buffer.concat([Buffer.of(1), body.map((byte) => 255 - byte)]);
}
