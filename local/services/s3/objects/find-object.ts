import { authorize, mayList } from '../access.ts';
import { s3Error } from '../errors.ts';
import type { S3Request } from '../http/request.ts';
import type { S3 } from '../s3.ts';
import type { Bucket } from '../store/buckets.ts';
import type { ObjectVersion } from '../store/object-version.ts';
import { readThrough } from '../assets/asset-bucket.ts';

type Caller = Pick<S3Request, 'principal' | 'headers' | 'query'>;

/**
 * The object that a caller may read, after IAM allowed it. Who may not list the bucket doesn't learn that a key is
 * missing.
 * Throws AccessDenied, NoSuchKey, NoSuchVersion; MethodNotAllowed for a delete marker.
 * @param action for example `s3:GetObject`; with a version id `s3:GetObjectVersion` is asked for
 */
export async function findObject(
  s3: S3,
  caller: Caller,
  bucket: Bucket,
  key: string,
  versionId: string | undefined,
  action: string,
): Promise<ObjectVersion & { file: string }> {
  let version = s3.objects.get(bucket.name, key, versionId);
  const tags = Object.entries(version?.details.tags ?? {}).map(([name, value]) => [
    `s3:ExistingObjectTag/${name}`,
    value,
  ]);
  const context: Record<string, string> = Object.fromEntries(tags) as Record<string, string>;
  if (versionId !== undefined) context['s3:VersionId'] = versionId;
  const asked = versionId === undefined ? action : action.replace(/^(s3:GetObject)/, '$1Version');
  authorize(s3, caller, asked, bucket, key, context);
  version ??= versionId === undefined ? await readThrough(s3, bucket, key) : undefined;
  if (version?.file) return { ...version, file: version.file };
  if (!mayList(s3, caller, bucket)) throw s3Error('AccessDenied');
  if (version === undefined && versionId !== undefined) {
    throw s3Error('NoSuchVersion', { Key: key, VersionId: versionId });
  }
  if (version?.deleteMarker && versionId !== undefined) {
    throw s3Error('MethodNotAllowed', { Method: 'GET', ResourceType: 'DeleteMarker' });
  }
  throw s3Error('NoSuchKey', { Key: key });
}
