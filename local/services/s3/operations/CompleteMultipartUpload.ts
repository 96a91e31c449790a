import { createHash } from 'node:crypto';
import { authorize, openBucket } from '../access.ts';
import { mismatch, type Checksum } from '../checksums/checksum.ts';
import { checksumOf, createDigest } from '../checksums/digest.ts';
import { s3Error } from '../errors.ts';
import { xmlDocument } from '../http/xml.ts';
import { ENCRYPTED, versionHeaders } from '../objects/response-headers.ts';
import { writeObject } from '../objects/write-object.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';
import type { Part, Upload } from '../store/uploads.ts';
import { chosenParts } from './chosen-parts.ts';
import { findUpload } from './find-upload.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html */
export const completeMultipartUpload: S3Operation = async (s3, request) => {
  const { key, headers } = request;
  const bucket = openBucket(s3, request);
  authorize(s3, request, 's3:PutObject', bucket, key);
  const upload = findUpload(s3, request);
  const parts = chosenParts(request.body, upload, s3.uploads.parts(upload.id));
  const algorithm = upload.details.checksumAlgorithm ?? 'crc64nvme';
  const digest = createDigest(algorithm);
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const file = await s3.files.concatenate(
    parts.map((part) => part.file),
    (data) => digest.update(data),
  );
  const checksum = checksumOfAll(upload, parts, digest.bytes().toString('base64'));
  const declared = headers[`x-amz-checksum-${algorithm}`];
  const declaredSize = headers['x-amz-mp-object-size'];
  try {
    if (declared !== undefined && declared !== checksum.value) throw mismatch(algorithm);
    if (declaredSize !== undefined && declaredSize !== String(size)) {
      throw s3Error(
        'InvalidRequest',
        {},
        `The provided 'x-amz-mp-object-size' header value ${declaredSize} does not match what was computed: ${size}`,
      );
    }
  } catch (error) {
    await s3.files.remove([file]);
    throw error;
  }
  const spent: string[] = [];
  const version = await writeObject(s3, {
    bucket,
    key,
    file,
    size,
    etag: etagOf(parts),
    details: { ...upload.details.object, checksum, partSizes: parts.map((part) => part.size) },
    eventName: 's3:ObjectCreated:CompleteMultipartUpload',
    source: request,
    conditions: headers,
    alongside() {
      if (!s3.uploads.get(upload.id)) throw s3Error('NoSuchUpload', { UploadId: upload.id });
      spent.push(...s3.uploads.remove(upload.id).map((part) => part.file));
    },
  });
  await s3.files.remove(spent);
  return xmlResponse(
    xmlDocument('CompleteMultipartUploadResult', [
      ['Location', `${s3.cloud.baseUrl}/s3/${bucket.name}/${encodeURIComponent(key)}`],
      ['Bucket', bucket.name],
      ['Key', key],
      ['ETag', version.etag],
      [`Checksum${algorithm.toUpperCase()}`, checksum.value],
      ['ChecksumType', checksum.type],
    ]),
    { ...ENCRYPTED, ...versionHeaders(bucket, version) },
  );
};

/** The MD5 of the parts' MD5s, and how many there are. */
function etagOf(parts: readonly Part[]): string {
  const all = createHash('md5');
  for (const part of parts) all.update(Buffer.from(part.etag.replaceAll('"', ''), 'hex'));
  return `"${all.digest('hex')}-${parts.length}"`;
}

function checksumOfAll(upload: Upload, parts: readonly Part[], whole: string): Checksum {
  const { checksumAlgorithm: algorithm = 'crc64nvme', checksumType = 'FULL_OBJECT' } = upload.details;
  if (checksumType === 'FULL_OBJECT') return { algorithm, value: whole, type: checksumType };
  const sums = Buffer.concat(parts.map((part) => Buffer.from(part.checksum.value, 'base64')));
  return { algorithm, value: `${checksumOf(algorithm, sums)}-${parts.length}`, type: checksumType };
}
