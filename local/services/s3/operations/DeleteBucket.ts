import { authorize, openBucket } from '../access.ts';
import { s3Error } from '../errors.ts';
import type { S3Operation } from '../operation.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html */
export const deleteBucket: S3Operation = async (s3, request) => {
  const bucket = openBucket(s3, request);
  authorize(s3, request, 's3:DeleteBucket', bucket);
  if (!s3.objects.isEmpty(bucket.name)) throw s3Error('BucketNotEmpty', { BucketName: bucket.name });
  const parts = s3.database.transaction(() => {
    s3.buckets.remove(bucket.name);
    return s3.uploads.list(bucket.name).flatMap(({ id }) => s3.uploads.remove(id));
  });
  s3.cloud.iam.removeResourcePolicy?.(bucket.arn);
  await s3.files.remove(parts.map((part) => part.file));
  return { status: 204 };
};
