import { deleteObject } from '../objects/delete-object.ts';
import type { S3 } from '../s3.ts';
import type { Bucket } from '../store/buckets.ts';
import type { ObjectVersion } from '../store/object-version.ts';
import { afterDays, applies, expiryOf } from './expiry.ts';

const SOURCE = {
  principal: { kind: 'service', service: 's3.amazonaws.com' },
  requestId: 'lifecycle',
} as const;

/** Does what the buckets' lifecycle rules say is due by the cloud's clock. */
export async function sweepLifecycle(s3: S3): Promise<void> {
  for (const bucket of s3.buckets.list()) {
    if (bucket.config.lifecycle.length === 0) continue;
    await abortUploads(s3, bucket);
    await expireObjects(s3, bucket);
  }
}

async function abortUploads(s3: S3, bucket: Bucket): Promise<void> {
  for (const upload of s3.uploads.list(bucket.name)) {
    const due = bucket.config.lifecycle.some(
      ({ prefix, abortUploadDays }) =>
        abortUploadDays !== undefined &&
        upload.key.startsWith(prefix) &&
        afterDays(upload.createdAt, abortUploadDays) <= s3.cloud.clock.now(),
    );
    if (!due) continue;
    const parts = s3.database.transaction(() => s3.uploads.remove(upload.id));
    await s3.files.remove(parts.map((part) => part.file));
  }
}

async function expireObjects(s3: S3, bucket: Bucket): Promise<void> {
  const now = s3.cloud.clock.now();
  const byKey = Map.groupBy(s3.objects.versions(bucket.name), (version) => version.key);
  for (const [key, versions] of byKey) {
    const [latest, ...noncurrent] = versions;
    if (!latest) continue;
    for (const version of overdue(bucket, latest, noncurrent, now)) {
      await deleteObject(s3, {
        bucket,
        key,
        versionId: version.versionId,
        source: SOURCE,
        byLifecycle: true,
      });
    }
    const expiry = latest.deleteMarker ? undefined : expiryOf(bucket, latest);
    if (expiry && expiry.at <= now)
      await deleteObject(s3, { bucket, key, source: SOURCE, byLifecycle: true });
    const alone = latest.deleteMarker && s3.objects.get(bucket.name, key)?.sequence === latest.sequence;
    const dropsMarkers = bucket.config.lifecycle.some(
      (rule) => rule.expireDeleteMarkers && applies(rule, latest),
    );
    if (alone && dropsMarkers && noncurrent.length === 0) {
      await deleteObject(s3, { bucket, key, versionId: latest.versionId, source: SOURCE, byLifecycle: true });
    }
  }
}

/** Noncurrent versions whose days are over: they count from when the next version came. */
function overdue(
  bucket: Bucket,
  latest: ObjectVersion,
  noncurrent: readonly ObjectVersion[],
  now: number,
): readonly ObjectVersion[] {
  return noncurrent.filter((version, index) => {
    const since = (index === 0 ? latest : (noncurrent[index - 1] as ObjectVersion)).modifiedAt;
    return bucket.config.lifecycle.some(
      (rule) =>
        rule.noncurrentDays !== undefined &&
        applies(rule, version) &&
        index >= rule.newerNoncurrentVersions &&
        afterDays(since, rule.noncurrentDays) <= now,
    );
  });
}
