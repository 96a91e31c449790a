import { checksumHeaders } from '../checksums/checksum.ts';
import { expirationHeader } from '../lifecycle/expiry.ts';
import type { Bucket } from '../store/buckets.ts';
import type { ObjectVersion } from '../store/object-version.ts';

/** Every object is encrypted with keys of S3's own; it says so in each answer. */
export const ENCRYPTED = { 'x-amz-server-side-encryption': 'AES256' };

/** The headers that tell which version an answer is about; none where versioning never was on. */
export function versionHeaders(bucket: Bucket, version: ObjectVersion): Record<string, string> {
  if (bucket.config.versioning === undefined && version.versionId === 'null') return {};
  return { 'x-amz-version-id': version.versionId };
}

/** The headers of GetObject and HeadObject, without length and range. */
export function objectHeaders(
  bucket: Bucket,
  version: ObjectVersion,
  withChecksum: boolean,
): Record<string, string> {
  const { headers, metadata, tags, checksum, storageClass } = version.details;
  const tagCount = Object.keys(tags).length;
  const expiration = expirationHeader(bucket, version);
  return {
    'last-modified': httpDate(version.modifiedAt),
    etag: version.etag,
    'accept-ranges': 'bytes',
    'content-type': 'binary/octet-stream',
    ...headers,
    ...Object.fromEntries(
      Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, encodeValue(value)]),
    ),
    ...ENCRYPTED,
    ...versionHeaders(bucket, version),
    ...(withChecksum ? checksumHeaders(checksum) : {}),
    ...(tagCount > 0 ? { 'x-amz-tagging-count': String(tagCount) } : {}),
    ...(storageClass === 'STANDARD' ? {} : { 'x-amz-storage-class': storageClass }),
    ...(expiration === undefined ? {} : { 'x-amz-expiration': expiration }),
  };
}

function httpDate(time: number): string {
  return new Date(time).toUTCString();
}

/** Metadata that isn't ASCII goes out as RFC 2047 has it, as S3 does. */
function encodeValue(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`;
}
