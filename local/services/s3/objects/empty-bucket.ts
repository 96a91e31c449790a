import type { S3 } from '../s3.ts';
import type { Bucket } from '../store/buckets.ts';

/** Removes every version of every object below a prefix, and with '' every upload. No events: nobody is to be told. */
export async function emptyBucket(s3: S3, bucket: Bucket, prefix = ''): Promise<void> {
  const files = s3.database.transaction(() => {
    const gone: string[] = [];
    for (const version of s3.objects.versions(bucket.name)) {
      if (!version.key.startsWith(prefix)) continue;
      s3.objects.remove(version);
      if (version.file) gone.push(version.file);
    }
    const uploads = prefix === '' ? s3.uploads.list(bucket.name) : [];
    return [...gone, ...uploads.flatMap(({ id }) => s3.uploads.remove(id)).map((part) => part.file)];
  });
  await s3.files.remove(files);
}
