import { HASH_BYTES } from '../keys/encoding.ts';
import { END_OF_KEYS, type KeyRange } from '../store/item-store.ts';

const HASHES = 256 ** HASH_BYTES;

/** A segment's share of all keys: segments cut the ring of hashes into equal parts, so that each key is in one. */
export function segmentRange(segment: number, segments: number): KeyRange {
  return {
    lower: boundary(segment, segments),
    upper: segment + 1 === segments ? END_OF_KEYS : boundary(segment + 1, segments),
  };
}

function boundary(segment: number, segments: number): Buffer {
  const bytes = Buffer.alloc(HASH_BYTES);
  bytes.writeUInt32BE(Math.ceil((segment * HASHES) / segments));
  return bytes;
}
