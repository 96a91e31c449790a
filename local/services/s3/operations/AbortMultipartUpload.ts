import { authorize, openBucket } from '../access.ts';
import type { S3Operation } from '../operation.ts';
import { findUpload } from './find-upload.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html */
export const abortMultipartUpload: S3Operation = async (s3, request) => {
  authorize(s3, request, 's3:AbortMultipartUpload', openBucket(s3, request), request.key);
  const { id } = findUpload(s3, request);
  const parts = s3.database.transaction(() => s3.uploads.remove(id));
  await s3.files.remove(parts.map((part) => part.file));
  return { status: 204 };
};
