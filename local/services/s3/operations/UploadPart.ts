import { authorize, openBucket } from '../access.ts';
import { withPlainBody } from '../body/read-payload.ts';
import { checksumHeaders, verifyChecksums } from '../checksums/checksum.ts';
import { checksumOf } from '../checksums/digest.ts';
import { invalidArgument, s3Error } from '../errors.ts';
import { ENCRYPTED } from '../objects/response-headers.ts';
import type { S3Operation } from '../operation.ts';
import type { Part } from '../store/uploads.ts';
import { findUpload } from './find-upload.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html */
export const uploadPart: S3Operation = async (s3, received) => {
  const bucket = openBucket(s3, received);
  authorize(s3, received, 's3:PutObject', bucket, received.key);
  const upload = findUpload(s3, received);
  const { headers, body, query } = withPlainBody(s3, received);
  const number = Number(query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw invalidArgument(
      'Part number must be an integer between 1 and 10000, inclusive',
      'partNumber',
      query.get('partNumber'),
    );
  }
  const md5 = s3.files.md5(body);
  let checksum = verifyChecksums(headers, body, md5);
  const wanted = upload.details.checksumAlgorithm;
  if (wanted && checksum.algorithm !== wanted) {
    const given = Object.keys(headers).some((name) => /^x-amz-checksum-(crc|sha)/.test(name));
    if (given || upload.details.checksumType === 'COMPOSITE') {
      throw s3Error(
        'InvalidRequest',
        {},
        `Checksum Type mismatch occurred, expected checksum Type: ${wanted}, actual checksum Type: ${given ? checksum.algorithm : 'null'}`,
      );
    }
    checksum = { algorithm: wanted, value: checksumOf(wanted, body), type: 'FULL_OBJECT' };
  }
  const part: Part = {
    number,
    size: body.length,
    etag: `"${md5.toString('hex')}"`,
    modifiedAt: s3.cloud.clock.now(),
    file: await s3.files.write(body),
    checksum,
  };
  const replaced = s3.database.transaction(() => {
    // The upload may have ended while the file was written.
    const still = s3.uploads.get(upload.id);
    return still ? { before: s3.uploads.putPart(upload.id, part) } : undefined;
  });
  if (!replaced) {
    await s3.files.remove([part.file]);
    throw s3Error('NoSuchUpload', { UploadId: upload.id });
  }
  if (replaced.before) await s3.files.remove([replaced.before.file]);
  const { 'x-amz-checksum-type': _type, ...sums } = checksumHeaders(checksum);
  return { status: 200, headers: { etag: part.etag, ...ENCRYPTED, ...sums } };
};
