import { authorize, openBucket } from '../access.ts';
import { checksumHeaders, readAlgorithm, type Checksum } from '../checksums/checksum.ts';
import { createDigest } from '../checksums/digest.ts';
import { invalidArgument, s3Error } from '../errors.ts';
import { xmlDocument } from '../http/xml.ts';
import { checkReadConditions } from '../objects/conditions.ts';
import { findObject } from '../objects/find-object.ts';
import { readDetails } from '../objects/request-details.ts';
import { ENCRYPTED, versionHeaders } from '../objects/response-headers.ts';
import { requestTagContext } from '../objects/tagging.ts';
import { writeObject } from '../objects/write-object.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';
import type { ObjectDetails, ObjectVersion } from '../store/object-version.ts';
import { readCopySource } from './copy-source.ts';
import { createHash } from 'node:crypto';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const copyObject: S3Operation = async (s3, request) => {
  const { key, headers } = request;
  const bucket = openBucket(s3, request);
  const from = readCopySource(headers['x-amz-copy-source'] ?? '');
  const sourceBucket = s3.buckets.get(from.bucket);
  const source = await findObject(s3, request, sourceBucket, from.key, from.versionId, 's3:GetObject');
  checkReadConditions(headers, source, 'x-amz-copy-source-');
  const details = copiedDetails(headers, source, readDetails(headers, bucket));
  authorize(s3, request, 's3:PutObject', bucket, key, requestTagContext(details.tags));
  const same = from.bucket === bucket.name && from.key === key && from.versionId === undefined;
  if (
    same &&
    headers['x-amz-metadata-directive'] !== 'REPLACE' &&
    headers['x-amz-storage-class'] === undefined
  ) {
    throw s3Error(
      'InvalidRequest',
      {},
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  }
  // One made of parts becomes one piece: its tag and its checksum are those of the whole.
  const asked = readAlgorithm(headers['x-amz-checksum-algorithm']);
  const algorithm = asked ?? source.details.checksum?.algorithm ?? 'crc64nvme';
  const digest = createDigest(algorithm);
  const md5 = createHash('md5');
  const file = await s3.files.concatenate([source.file], (data) => {
    digest.update(data);
    md5.update(data);
  });
  const checksum: Checksum = { algorithm, value: digest.bytes().toString('base64'), type: 'FULL_OBJECT' };
  const version = await writeObject(s3, {
    bucket,
    key,
    file,
    size: source.size,
    etag: `"${md5.digest('hex')}"`,
    details: { ...details, checksum, partSizes: undefined },
    eventName: 's3:ObjectCreated:Copy',
    source: request,
    conditions: headers,
  });
  const { [`x-amz-checksum-${algorithm}`]: value } = checksumHeaders(checksum);
  return xmlResponse(
    xmlDocument('CopyObjectResult', [
      ['LastModified', new Date(version.modifiedAt).toISOString()],
      ['ETag', version.etag],
      [`Checksum${algorithm.toUpperCase()}`, value],
      ['ChecksumType', checksum.type],
    ]),
    {
      ...ENCRYPTED,
      ...versionHeaders(bucket, version),
      ...(source.versionId === 'null' ? {} : { 'x-amz-copy-source-version-id': source.versionId }),
    },
  );
};

/** By the directives the source's metadata and tags, or the request's. */
function copiedDetails(
  headers: Readonly<Record<string, string>>,
  source: ObjectVersion,
  given: ObjectDetails,
): ObjectDetails {
  const replaces = (name: string): boolean => {
    const directive = headers[name] ?? 'COPY';
    if (directive !== 'COPY' && directive !== 'REPLACE') {
      throw invalidArgument(`Unknown ${name.replace('x-amz-', '').replace('-', ' ')}.`, name, directive);
    }
    return directive === 'REPLACE';
  };
  const metadata = replaces('x-amz-metadata-directive') ? given : source.details;
  const tags = replaces('x-amz-tagging-directive') ? given.tags : source.details.tags;
  return { ...metadata, tags, storageClass: given.storageClass };
}
