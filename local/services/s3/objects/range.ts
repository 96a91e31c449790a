import { s3Error } from '../errors.ts';

export interface ByteRange {
  readonly start: number;
  readonly length: number;
}

/**
 * The bytes that a `Range` header asks for; undefined for all of them, also when the header isn't well-formed or names
 * several ranges, which S3 ignores. Throws InvalidRange.
 */
export function readRange(header: string | undefined, size: number): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '') {
    const length = Math.min(Number(last), size);
    if (length === 0) throw unsatisfiable(header, size);
    return { start: size - length, length };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  if (start >= size) throw unsatisfiable(header, size);
  return { start, length: end - start + 1 };
}

function unsatisfiable(header: string | undefined, size: number): Error {
  return s3Error('InvalidRange', { RangeRequested: header, ActualObjectSize: size });
}
