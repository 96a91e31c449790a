import { openBucket } from '../access.ts';
import { versionHeaders } from '../objects/response-headers.ts';
import type { S3Operation } from '../operation.ts';
import { setTags } from './set-tags.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html */
export const deleteObjectTagging: S3Operation = (s3, request) => {
  const bucket = openBucket(s3, request);
  const version = setTags(s3, request, bucket, {}, 'Delete');
  return { status: 204, headers: versionHeaders(bucket, version) };
};
