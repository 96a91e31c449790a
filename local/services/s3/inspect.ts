import type { S3 } from './s3.ts';

const NEWEST = 50;

/** For the console: the buckets with their newest objects. */
export function inspectS3(s3: S3): unknown {
  return s3.buckets.list().map(({ name, createdAt, config }) => ({
    name,
    createdAt,
    versioning: config.versioning ?? 'Off',
    ...s3.objects.totals(name),
    uploads: s3.uploads.list(name).length,
    newest: s3.objects.newest(name, NEWEST).map(({ key, size, etag, modifiedAt, details }) => ({
      key,
      size,
      etag,
      modifiedAt,
      contentType: details.headers['content-type'],
    })),
  }));
}
