import type { XmlChildren } from '../http/xml.ts';
import { invalidArgument } from '../errors.ts';
import type { S3 } from '../s3.ts';
import type { ObjectVersion } from '../store/object-version.ts';

const MOST = 1000;

/** `max-keys` and its like: 1000 unless asked for less. Throws InvalidArgument. */
export function readLimit(query: URLSearchParams, name: string): number {
  const text = query.get(name);
  if (text === null || text === '') return MOST;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit > 2_147_483_647) {
    throw invalidArgument(`Argument ${name} must be an integer between 0 and 2147483647`, name, text);
  }
  return Math.min(limit, MOST);
}

/** Encodes keys in answers when the client asked for it. Throws InvalidArgument. */
export function readEncoding(query: URLSearchParams): (text: string) => string {
  const type = query.get('encoding-type');
  if (type === null) return (text) => text;
  if (type !== 'url')
    throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', type);
  return (text) => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%20', '+');
}

export function owner(s3: S3): XmlChildren {
  return [
    ['ID', s3.cloud.accountId],
    ['DisplayName', 'local'],
  ];
}

/** The members of an object in a listing. */
export function contents(version: ObjectVersion, encode: (text: string) => string): XmlChildren {
  return [
    ['Key', encode(version.key)],
    ['LastModified', new Date(version.modifiedAt).toISOString()],
    ['ETag', version.etag],
    ['ChecksumAlgorithm', version.details.checksum?.algorithm.toUpperCase()],
    ['ChecksumType', version.details.checksum?.type],
    ['Size', version.size],
    ['StorageClass', version.details.storageClass],
  ];
}

/** The condition keys of a listing, which policies use to open a prefix. */
export function listingContext(query: URLSearchParams): Record<string, string> {
  const context: Record<string, string> = {};
  for (const name of ['prefix', 'delimiter', 'max-keys']) {
    const value = query.get(name);
    if (value !== null) context[`s3:${name}`] = value;
  }
  return context;
}
