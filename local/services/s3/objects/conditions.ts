import { s3Error } from '../errors.ts';
import type { ObjectVersion } from '../store/object-version.ts';

type Headers = Readonly<Record<string, string>>;

/**
 * Evaluates the conditions of a read, as RFC 9110 (13.2.2) orders them.
 * @returns `not-modified` for a 304
 * Throws PreconditionFailed.
 * @param prefix `x-amz-copy-source-` for those on the source of a copy, where nothing is «not modified»
 */
export function checkReadConditions(
  headers: Headers,
  version: Pick<ObjectVersion, 'etag' | 'modifiedAt'>,
  prefix = '',
): 'ok' | 'not-modified' {
  const get = (name: string): string | undefined => headers[prefix + name];
  const ifMatch = get('if-match');
  const unmodified = date(get('if-unmodified-since'));
  const modifiedAt = Math.floor(version.modifiedAt / 1000) * 1000;
  if (ifMatch !== undefined) {
    if (!matches(ifMatch, version.etag)) throw failed('If-Match');
  } else if (unmodified !== undefined && modifiedAt > unmodified) {
    throw failed('If-Unmodified-Since');
  }
  const ifNoneMatch = get('if-none-match');
  const since = date(get('if-modified-since'));
  const unchanged =
    ifNoneMatch !== undefined
      ? matches(ifNoneMatch, version.etag) && 'If-None-Match'
      : since !== undefined && modifiedAt <= since && 'If-Modified-Since';
  if (!unchanged) return 'ok';
  if (prefix !== '') throw failed(`x-amz-copy-source-${unchanged}`);
  return 'not-modified';
}

/**
 * Evaluates the conditions of a write against what is there.
 * Throws PreconditionFailed, NoSuchKey (an `If-Match` on nothing), NotImplemented.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function checkWriteConditions(
  headers: Headers,
  current: ObjectVersion | undefined,
  key: string,
): void {
  const there = current && !current.deleteMarker ? current : undefined;
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined) {
    if (ifNoneMatch !== '*') throw s3Error('NotImplemented', { Header: 'If-None-Match' });
    if (there) throw failed('If-None-Match');
  }
  const ifMatch = headers['if-match'];
  if (ifMatch === undefined) return;
  if (!there) throw s3Error('NoSuchKey', { Key: key });
  if (!matches(ifMatch, there.etag)) throw failed('If-Match');
}

function matches(list: string, etag: string): boolean {
  const bare = (text: string): string => text.trim().replace(/^W\//, '').replace(/^"|"$/g, '');
  return list.split(',').some((one) => one.trim() === '*' || bare(one) === bare(etag));
}

function date(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function failed(condition: string): Error {
  return s3Error('PreconditionFailed', { Condition: condition });
}
