import { notCovered } from '../../../core/errors.ts';
import { invalidArgument, s3Error } from '../errors.ts';
import type { Bucket } from '../store/buckets.ts';
import type { ObjectDetails } from '../store/object-version.ts';
import { parseTagging } from './tagging.ts';

type Headers = Readonly<Record<string, string>>;

/** What S3 keeps of a request's own headers. */
const KEPT = [
  'content-type',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
  'x-amz-website-redirect-location',
];
const METADATA_BYTES = 2048;
const PREFIX = 'x-amz-meta-';
/** Classes that differ here in price alone; the archive classes would need `RestoreObject`. */
const STORAGE_CLASSES = new Set([
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
]);

/**
 * What a writing request says about its object, in headers (or in a POST's fields, which have the same names).
 * Throws MetadataTooLarge, InvalidTag, InvalidArgument, AccessControlListNotSupported; NotCovered for keys of KMS or of
 * the customer, and for object lock.
 */
export function readDetails(headers: Headers, bucket: Bucket): ObjectDetails {
  refuseUncovered(headers);
  checkAcl(headers, bucket);
  const kept = KEPT.filter((name) => (headers[name] ?? '') !== '').map((name) => [
    name,
    headers[name] as string,
  ]);
  const storageClass = headers['x-amz-storage-class'] ?? 'STANDARD';
  if (/^(GLACIER|GLACIER_IR|DEEP_ARCHIVE)$/.test(storageClass))
    throw notCovered(`the storage class ${storageClass}`);
  if (!STORAGE_CLASSES.has(storageClass))
    throw s3Error('InvalidStorageClass', { StorageClassRequested: storageClass });
  return {
    headers: Object.fromEntries(kept) as Record<string, string>,
    metadata: readMetadata(headers),
    tags: parseTagging(headers['x-amz-tagging']),
    storageClass,
  };
}

function readMetadata(headers: Headers): Record<string, string> {
  const entries = Object.entries(headers)
    .filter(([name]) => name.startsWith(PREFIX) && name.length > PREFIX.length)
    .map(([name, value]): [string, string] => [name.slice(PREFIX.length), decodeValue(value)]);
  const size = entries.reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
    0,
  );
  if (size > METADATA_BYTES)
    throw s3Error('MetadataTooLarge', { Size: size, MaxSizeAllowed: METADATA_BYTES });
  return Object.fromEntries(entries);
}

/** Header values arrive as one character a byte; what is UTF-8 becomes text. */
function decodeValue(value: string): string {
  if (!/[\u0080-\u00ff]/.test(value) || /[^\u0000-\u00ff]/.test(value)) return value;
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\uFFFD') ? value : text;
}

function refuseUncovered(headers: Headers): void {
  const encryption = headers['x-amz-server-side-encryption'];
  if (encryption?.startsWith('aws:kms')) throw notCovered('encryption with keys of KMS');
  if (encryption !== undefined && encryption !== 'AES256') {
    throw invalidArgument(
      'The encryption method specified is not supported',
      'x-amz-server-side-encryption',
      encryption,
    );
  }
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-amz-server-side-encryption-customer-'))
      throw notCovered("encryption with a customer's key");
    if (name.startsWith('x-amz-object-lock-')) throw notCovered('object lock');
    if (name.startsWith('x-amz-grant-') && name !== 'x-amz-grant-full-control')
      throw notCovered('ACL grants');
  }
}

function checkAcl(headers: Headers, bucket: Bucket): void {
  const acl = headers['x-amz-acl'] ?? headers['acl'];
  if (acl === undefined || acl === 'private' || acl === 'bucket-owner-full-control') return;
  if (!bucket.config.aclsEnabled) throw s3Error('AccessControlListNotSupported');
  throw notCovered(`the ACL ${acl}`, 'Use a bucket policy.');
}
