import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c } from './crc32c.ts';
import { crc64nvme, type Crc64 } from './crc64nvme.ts';

export const ALGORITHMS = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const;
export type ChecksumAlgorithm = (typeof ALGORITHMS)[number];

export interface Digest {
  update(data: Uint8Array): void;
  bytes(): Buffer;
}

/** Sizes of the results, in bytes. */
export const DIGEST_BYTES: Readonly<Record<ChecksumAlgorithm, number>> = {
  crc32: 4,
  crc32c: 4,
  crc64nvme: 8,
  sha1: 20,
  sha256: 32,
};

export function createDigest(algorithm: ChecksumAlgorithm): Digest {
  if (algorithm === 'sha1' || algorithm === 'sha256') {
    const hash = createHash(algorithm);
    return { update: (data) => void hash.update(data), bytes: () => hash.copy().digest() };
  }
  if (algorithm === 'crc64nvme') {
    let value: Crc64 = { high: 0, low: 0 };
    return {
      update: (data) => void (value = crc64nvme(data, value)),
      bytes: () => bigEndian(value.high, value.low),
    };
  }
  const next = algorithm === 'crc32' ? crc32 : crc32c;
  let value = 0;
  return { update: (data) => void (value = next(data, value)), bytes: () => bigEndian(value) };
}

/** The checksum of data at hand, in base64. */
export function checksumOf(algorithm: ChecksumAlgorithm, data: Uint8Array): string {
  const digest = createDigest(algorithm);
  digest.update(data);
  return digest.bytes().toString('base64');
}

function bigEndian(...words: readonly number[]): Buffer {
  const bytes = Buffer.alloc(words.length * 4);
  words.forEach((word, index) => bytes.writeUInt32BE(word, index * 4));
  return bytes;
}
