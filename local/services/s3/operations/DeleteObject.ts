import { authorize, openBucket } from '../access.ts';
import { deleteObject as remove } from '../objects/delete-object.ts';
import type { S3Operation } from '../operation.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html */
export const deleteObject: S3Operation = async (s3, request) => {
  const bucket = openBucket(s3, request);
  const { key, headers } = request;
  const versionId = request.query.get('versionId') ?? undefined;
  const action = versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
  authorize(s3, request, action, bucket, key, versionId === undefined ? {} : { 's3:VersionId': versionId });
  const deleted = await remove(s3, { bucket, key, versionId, source: request, conditions: headers });
  return {
    status: 204,
    headers: {
      ...(deleted.versionId === undefined ? {} : { 'x-amz-version-id': deleted.versionId }),
      ...(deleted.deleteMarker ? { 'x-amz-delete-marker': 'true' } : {}),
    },
  };
};
