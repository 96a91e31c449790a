import { createHash } from 'node:crypto';

const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * An id that is the same at every start: derived from a seed (a resource's address), never random.
 * @param alphabet the characters to use; lower case letters and digits unless told
 */
export function stableId(seed: string, length: number, alphabet: string = LOWER): string {
  let id = '';
  for (let round = 0; id.length < length; round += 1) {
    for (const byte of createHash('sha256').update(`${round}:${seed}`).digest()) {
      if (id.length === length) break;
      id += alphabet[byte % alphabet.length];
    }
  }
  return id;
}

/** A UUID (version 4 in shape) that is the same at every start. */
export function stableUuid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
