import { openBucket } from '../access.ts';
import { withPlainBody } from '../body/read-payload.ts';
import { verifyChecksums } from '../checksums/checksum.ts';
import { versionHeaders } from '../objects/response-headers.ts';
import { parseTaggingXml } from '../objects/tagging.ts';
import type { S3Operation } from '../operation.ts';
import { setTags } from './set-tags.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html */
export const putObjectTagging: S3Operation = (s3, received) => {
  const bucket = openBucket(s3, received);
  const request = withPlainBody(s3, received);
  verifyChecksums(request.headers, request.body, s3.files.md5(request.body));
  const tags = parseTaggingXml(request.body);
  const version = setTags(s3, request, bucket, tags, 'Put');
  return { status: 200, headers: versionHeaders(bucket, version) };
};
