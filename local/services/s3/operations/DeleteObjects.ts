import { AwsError } from '../../../core/errors.ts';
import { authorize, openBucket } from '../access.ts';
import { withPlainBody } from '../body/read-payload.ts';
import { verifyChecksums } from '../checksums/checksum.ts';
import { ALGORITHMS } from '../checksums/digest.ts';
import { s3Error } from '../errors.ts';
import { childrenOf, parseXml, textOf } from '../http/parse-xml.ts';
import type { S3Request } from '../http/request.ts';
import { xmlDocument, type XmlChildren } from '../http/xml.ts';
import { deleteObject } from '../objects/delete-object.ts';
import { xmlResponse, type S3Operation } from '../operation.ts';
import type { S3 } from '../s3.ts';
import type { Bucket } from '../store/buckets.ts';

const MOST = 1000;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
export const deleteObjects: S3Operation = async (s3, received) => {
  const bucket = openBucket(s3, received);
  const request = withPlainBody(s3, received);
  checkIntegrity(s3, request);
  const document = parseXml(request.body, 'Delete');
  const quiet = textOf(document, 'Quiet') === 'true';
  const objects = childrenOf(document, 'Object').map((node) => {
    const key = textOf(node, 'Key');
    if (key === undefined || key === '') throw s3Error('MalformedXML');
    return { key, versionId: textOf(node, 'VersionId'), etag: textOf(node, 'ETag') };
  });
  if (objects.length === 0 || objects.length > MOST) throw s3Error('MalformedXML');
  const results: (readonly [string, XmlChildren])[] = [];
  for (const object of objects) {
    const result = await deleteOne(s3, request, bucket, object);
    if (!quiet || result[0] === 'Error') results.push(result);
  }
  return xmlResponse(xmlDocument('DeleteResult', results));
};

async function deleteOne(
  s3: S3,
  request: S3Request,
  bucket: Bucket,
  { key, versionId, etag }: { key: string; versionId?: string; etag?: string },
): Promise<readonly [string, XmlChildren]> {
  const named = [['Key', key] as const, ['VersionId', versionId] as const];
  try {
    const action = versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
    authorize(s3, request, action, bucket, key, versionId === undefined ? {} : { 's3:VersionId': versionId });
    const conditions: Record<string, string> = etag === undefined ? {} : { 'if-match': etag };
    const deleted = await deleteObject(s3, { bucket, key, versionId, source: request, conditions });
    const marker: XmlChildren = deleted.deleteMarker
      ? [
          ['DeleteMarker', true],
          ['DeleteMarkerVersionId', deleted.versionId],
        ]
      : [];
    return ['Deleted', [...named, ...marker]];
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return ['Error', [...named, ['Code', error.code], ['Message', error.message]]];
  }
}

/** This operation alone insists on a checksum. */
function checkIntegrity(s3: S3, { headers, body }: S3Request): void {
  const has =
    headers['content-md5'] !== undefined || ALGORITHMS.some((one) => headers[`x-amz-checksum-${one}`]);
  if (!has) {
    throw s3Error(
      'InvalidRequest',
      {},
      'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
    );
  }
  verifyChecksums(headers, body, s3.files.md5(body));
}
