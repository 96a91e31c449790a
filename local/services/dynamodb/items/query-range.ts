import { validationError } from '../errors.ts';
import type { KeyConditions } from '../expressions/key-condition.ts';
import { encodeKeyPart, encodeKeyPrefix, encodePartition, successor } from '../keys/encoding.ts';
import type { KeySchema } from '../keys/key-schema.ts';
import type { StartKey } from '../request/start-key.ts';
import { END_OF_KEYS, type KeyRange } from '../store/item-store.ts';
import type { AttributeValue } from '../values/attribute-value.ts';
import { equalValues } from '../values/compare.ts';

/** The encoded keys that key conditions mean: always one range, so that a Query reads nothing else. */
export function queryRange({ hash, range }: KeyConditions): KeyRange {
  const partition = encodePartition(hash);
  const all = { lower: partition, upper: after(partition) };
  if (!range) return all;
  const [first, second] = range.values as [AttributeValue, AttributeValue];
  const from = (part: Buffer): Buffer => Buffer.concat([partition, part]);
  switch (range.operator) {
    case '=':
      return { lower: from(encodeKeyPart(first)), upper: after(from(encodeKeyPart(first))) };
    case '<':
      return { ...all, upper: from(encodeKeyPart(first)) };
    case '<=':
      return { ...all, upper: after(from(encodeKeyPart(first))) };
    case '>':
      return { ...all, lower: after(from(encodeKeyPart(first))) };
    case '>=':
      return { ...all, lower: from(encodeKeyPart(first)) };
    case 'between':
      return { lower: from(encodeKeyPart(first)), upper: after(from(encodeKeyPart(second))) };
    case 'begins_with':
      return { lower: from(encodeKeyPrefix(first)), upper: after(from(encodeKeyPrefix(first))) };
  }
}

/** What is left of a range behind a start key, in the direction of reading. */
export function continueRange(range: KeyRange, start: Buffer, reverse: boolean): KeyRange {
  // No key begins with another one, so nothing stands between a key and the key with one more byte.
  return reverse ? { ...range, upper: start } : { ...range, lower: Buffer.concat([start, Buffer.of(0)]) };
}

/** Throws when a Query cannot have ended at the start key. */
export function checkWithinRange(
  { key, encoded }: StartKey,
  range: KeyRange,
  conditions: KeyConditions,
  schema: KeySchema,
): void {
  if (equalValues(key[schema.hash.name]!, conditions.hash)) {
    if (Buffer.compare(encoded, range.lower) >= 0 && Buffer.compare(encoded, range.upper) < 0) return;
    throw validationError('The provided starting key does not match the range key predicate');
  }
  throw validationError(
    conditions.range
      ? 'The query can return at most one row and cannot be restarted'
      : 'The provided starting key is outside query boundaries based on provided conditions',
  );
}

function after(prefix: Buffer): Buffer {
  return successor(prefix) ?? END_OF_KEYS;
}
