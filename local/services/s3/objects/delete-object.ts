import type { EventSource } from '../notifications/event-record.ts';
import type { EventName } from '../notifications/rules.ts';
import type { S3 } from '../s3.ts';
import type { Bucket } from '../store/buckets.ts';
import { NO_DETAILS, type ObjectVersion } from '../store/object-version.ts';
import { checkWriteConditions } from './conditions.ts';

export interface Deleted {
  /** The version that went, or the marker that came. */
  readonly versionId?: string;
  readonly deleteMarker: boolean;
}

export interface ObjectToDelete {
  readonly bucket: Bucket;
  readonly key: string;
  readonly versionId?: string;
  readonly source: EventSource;
  readonly conditions?: Readonly<Record<string, string>>;
  /** `s3:LifecycleExpiration:` instead of `s3:ObjectRemoved:`. */
  readonly byLifecycle?: boolean;
}

const EMPTY_MD5 = '"d41d8cd98f00b204e9800998ecf8427e"';

/** Deletes an object, or with versioning marks it as deleted. Nothing there is no error, as on AWS. */
export async function deleteObject(s3: S3, request: ObjectToDelete): Promise<Deleted> {
  const { bucket, key, versionId } = request;
  const family = request.byLifecycle ? 'LifecycleExpiration' : 'ObjectRemoved';
  const gone: string[] = [];
  const { deleted, events } = s3.database.transaction(() => {
    const current = s3.objects.get(bucket.name, key, versionId);
    if (request.conditions?.['if-match'] !== undefined) {
      checkWriteConditions({ 'if-match': request.conditions['if-match'] }, current, key);
    }
    const removes = versionId !== undefined || bucket.config.versioning === undefined;
    if (removes) {
      if (!current) return { deleted: { versionId, deleteMarker: false }, events: [] };
      s3.objects.remove(current);
      if (current.file) gone.push(current.file);
      const event: EventName = `s3:${family}:Delete`;
      return {
        deleted: { versionId, deleteMarker: current.deleteMarker },
        events: s3.notifier.record(bucket, event, current, request.source),
      };
    }
    const { added, replaced } = s3.objects.put(marker(s3, bucket, key), bucket.config.versioning);
    if (replaced?.file) gone.push(replaced.file);
    const event: EventName = `s3:${family}:DeleteMarkerCreated`;
    return {
      deleted: { versionId: added.versionId, deleteMarker: true },
      events: s3.notifier.record(bucket, event, added, request.source),
    };
  });
  s3.notifier.deliver(events);
  await s3.files.remove(gone);
  return deleted;
}

function marker(
  s3: S3,
  bucket: Bucket,
  key: string,
): Omit<ObjectVersion, 'sequence' | 'latest' | 'versionId'> {
  return {
    bucket: bucket.name,
    key,
    deleteMarker: true,
    size: 0,
    etag: EMPTY_MD5,
    modifiedAt: s3.cloud.clock.now(),
    file: null,
    details: NO_DETAILS,
  };
}
