import { authorize, openBucket } from '../access.ts';
import { withPlainBody } from '../body/read-payload.ts';
import { checksumHeaders } from '../checksums/checksum.ts';
import { readDetails } from '../objects/request-details.ts';
import { ENCRYPTED, versionHeaders } from '../objects/response-headers.ts';
import { storeBody } from '../objects/store-body.ts';
import { requestTagContext } from '../objects/tagging.ts';
import type { S3Operation } from '../operation.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject: S3Operation = async (s3, received) => {
  const bucket = openBucket(s3, received);
  const request = withPlainBody(s3, received);
  const { key, headers, body } = request;
  const details = readDetails(headers, bucket);
  const tags = requestTagContext(details.tags);
  authorize(s3, request, 's3:PutObject', bucket, key, tags);
  if (headers['x-amz-tagging'] !== undefined)
    authorize(s3, request, 's3:PutObjectTagging', bucket, key, tags);
  const version = await storeBody(s3, {
    bucket,
    key,
    body,
    headers,
    details,
    eventName: 's3:ObjectCreated:Put',
    source: request,
  });
  return {
    status: 200,
    headers: {
      etag: version.etag,
      ...ENCRYPTED,
      ...checksumHeaders(version.details.checksum),
      ...versionHeaders(bucket, version),
    },
  };
};
