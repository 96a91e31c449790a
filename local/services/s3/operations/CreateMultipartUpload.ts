import { authorize, openBucket } from '../access.ts';
import { readAlgorithm, type Checksum } from '../checksums/checksum.ts';
import type { ChecksumAlgorithm } from '../checksums/digest.ts';
import { s3Error } from '../errors.ts';
import { xmlDocument } from '../http/xml.ts';
import { readDetails } from '../objects/request-details.ts';
import { ENCRYPTED } from '../objects/response-headers.ts';
import { requestTagContext } from '../objects/tagging.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html */
export const createMultipartUpload: S3Operation = (s3, request) => {
  const { key, headers } = request;
  const bucket = openBucket(s3, request);
  const details = readDetails(headers, bucket);
  authorize(s3, request, 's3:PutObject', bucket, key, requestTagContext(details.tags));
  const checksumAlgorithm = readAlgorithm(headers['x-amz-checksum-algorithm']);
  const checksumType = readType(headers['x-amz-checksum-type'], checksumAlgorithm);
  const upload = s3.uploads.create({
    bucket: bucket.name,
    key,
    createdAt: s3.cloud.clock.now(),
    details: { object: details, checksumAlgorithm, checksumType },
  });
  return xmlResponse(
    xmlDocument('InitiateMultipartUploadResult', [
      ['Bucket', bucket.name],
      ['Key', key],
      ['UploadId', upload.id],
    ]),
    {
      ...ENCRYPTED,
      ...(checksumAlgorithm ? { 'x-amz-checksum-algorithm': checksumAlgorithm.toUpperCase() } : {}),
      ...(checksumType ? { 'x-amz-checksum-type': checksumType } : {}),
    },
  );
};

function readType(
  type: string | undefined,
  algorithm: ChecksumAlgorithm | undefined,
): Checksum['type'] | undefined {
  if (algorithm === undefined) {
    if (type === undefined) return undefined;
    throw s3Error(
      'InvalidRequest',
      {},
      'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    );
  }
  const chosen = type ?? (algorithm === 'crc64nvme' ? 'FULL_OBJECT' : 'COMPOSITE');
  const fits =
    chosen === 'FULL_OBJECT'
      ? algorithm !== 'sha1' && algorithm !== 'sha256'
      : chosen === 'COMPOSITE' && algorithm !== 'crc64nvme';
  if (fits) return chosen as Checksum['type'];
  throw s3Error(
    'InvalidRequest',
    {},
    `The ${chosen} checksum type cannot be used with the ${algorithm} checksum algorithm.`,
  );
}
