import { authorize } from '../access.ts';
import { s3Error } from '../errors.ts';
import type { S3Request } from '../http/request.ts';
import { requestTagContext, type Tags } from '../objects/tagging.ts';
import type { S3 } from '../s3.ts';
import type { Bucket } from '../store/buckets.ts';
import type { ObjectVersion } from '../store/object-version.ts';

/** Gives an object other tags. Throws AccessDenied, NoSuchKey, NoSuchVersion, MethodNotAllowed. */
export function setTags(
  s3: S3,
  request: S3Request,
  bucket: Bucket,
  tags: Tags,
  kind: 'Put' | 'Delete',
): ObjectVersion {
  const { key, query } = request;
  const versionId = query.get('versionId') ?? undefined;
  const action = `s3:${kind}Object${versionId === undefined ? '' : 'Version'}Tagging`;
  authorize(s3, request, action, bucket, key, requestTagContext(tags));
  const { version, events } = s3.database.transaction(() => {
    const found = s3.objects.get(bucket.name, key, versionId);
    if (!found) throw s3Error(versionId === undefined ? 'NoSuchKey' : 'NoSuchVersion', { Key: key });
    if (found.deleteMarker) throw s3Error('MethodNotAllowed', { ResourceType: 'DeleteMarker' });
    s3.objects.setDetails(found, { ...found.details, tags });
    return { version: found, events: s3.notifier.record(bucket, `s3:ObjectTagging:${kind}`, found, request) };
  });
  s3.notifier.deliver(events);
  return version;
}
