import type { Bucket } from '../store/buckets.ts';
import type { ObjectDetails, ObjectVersion } from '../store/object-version.ts';
import type { EventName } from '../notifications/rules.ts';
import type { EventSource } from '../notifications/event-record.ts';
import type { S3 } from '../s3.ts';
import { checkWriteConditions } from './conditions.ts';

export interface ObjectToWrite {
  readonly bucket: Bucket;
  readonly key: string;
  /** Of a file that was written already. */
  readonly file: string;
  readonly size: number;
  /** With its quotes. */
  readonly etag: string;
  readonly details: ObjectDetails;
  readonly eventName: EventName;
  readonly source: EventSource;
  /** The request's, for `If-Match` and `If-None-Match`. */
  readonly conditions?: Readonly<Record<string, string>>;
  /** Further changes of the index that belong together with this one. */
  readonly alongside?: () => void;
}

/**
 * Puts an object whose content is on disk into the index, together with the events that it causes; then drops what it
 * replaced and lets the events go. Nothing is left behind when a condition doesn't hold.
 * Throws what `checkWriteConditions` throws.
 */
export async function writeObject(s3: S3, object: ObjectToWrite): Promise<ObjectVersion> {
  const { bucket, key, file, size, etag, details } = object;
  try {
    const { added, replaced, events } = s3.database.transaction(() => {
      checkWriteConditions(object.conditions ?? {}, s3.objects.get(bucket.name, key), key);
      const modifiedAt = s3.cloud.clock.now();
      const version = {
        bucket: bucket.name,
        key,
        deleteMarker: false,
        size,
        etag,
        modifiedAt,
        file,
        details,
      };
      const result = s3.objects.put(version, bucket.config.versioning);
      object.alongside?.();
      return { ...result, events: s3.notifier.record(bucket, object.eventName, result.added, object.source) };
    });
    s3.notifier.deliver(events);
    if (replaced?.file) await s3.files.remove([replaced.file]);
    return added;
  } catch (error) {
    if (!s3.objects.isFileUsed(file)) await s3.files.remove([file]);
    throw error;
  }
}
