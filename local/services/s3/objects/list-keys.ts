import type { ObjectVersion } from '../store/object-version.ts';
import type { ObjectIndex } from '../store/objects.ts';

export interface KeyListing {
  readonly contents: readonly ObjectVersion[];
  readonly commonPrefixes: readonly string[];
  readonly truncated: boolean;
  /** The last key or prefix of this page, where the next one goes on. */
  readonly last: string | undefined;
}

export interface KeyQuery {
  readonly bucket: string;
  readonly prefix: string;
  readonly delimiter: string;
  /** Only what comes after it. A whole common prefix when it is one. */
  readonly after: string;
  readonly limit: number;
}

/** Greater than every key that begins with what stands before it. */
const BEYOND = '\u{10FFFF}';
const BATCH = 1000;

/** Lists keys in order, with those that share a prefix up to the delimiter rolled up; skips over what is rolled up. */
export function listKeys(objects: ObjectIndex, query: KeyQuery): KeyListing {
  const { bucket, prefix, delimiter, after, limit } = query;
  const contents: ObjectVersion[] = [];
  const commonPrefixes: string[] = [];
  let last: string | undefined;
  let from = prefix;
  let inclusive = true;
  if (compareKeys(after, prefix) >= 0 && after !== '') {
    from =
      delimiter !== '' &&
      after.endsWith(delimiter) &&
      after.startsWith(prefix) &&
      after.length > prefix.length
        ? after + BEYOND
        : after;
    inclusive = false;
  }
  for (;;) {
    const page = objects.page(
      bucket,
      from,
      inclusive,
      delimiter === '' ? limit + 1 : Math.min(BATCH, limit + 1),
    );
    let jumped = false;
    for (const version of page) {
      const { key } = version;
      if (!key.startsWith(prefix)) return { contents, commonPrefixes, truncated: false, last };
      if (contents.length + commonPrefixes.length >= limit) {
        return { contents, commonPrefixes, truncated: limit > 0, last };
      }
      const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
      if (end < 0) {
        contents.push(version);
        last = key;
        from = key;
      } else {
        last = key.slice(0, end + delimiter.length);
        commonPrefixes.push(last);
        from = last + BEYOND;
        jumped = true;
      }
      inclusive = false;
      if (jumped) break;
    }
    if (page.length === 0) return { contents, commonPrefixes, truncated: false, last };
  }
}

/** As UTF-8 bytes, S3's order. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
