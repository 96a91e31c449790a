import { verifyChecksums } from '../checksums/checksum.ts';
import type { EventName } from '../notifications/rules.ts';
import type { EventSource } from '../notifications/event-record.ts';
import type { S3 } from '../s3.ts';
import type { Bucket } from '../store/buckets.ts';
import type { ObjectDetails, ObjectVersion } from '../store/object-version.ts';
import { checkWriteConditions } from './conditions.ts';
import { writeObject } from './write-object.ts';

export interface BodyToStore {
  readonly bucket: Bucket;
  readonly key: string;
  readonly body: Buffer;
  /** For checksums and conditions. */
  readonly headers: Readonly<Record<string, string>>;
  readonly details: ObjectDetails;
  readonly eventName: EventName;
  readonly source: EventSource;
}

/** Stores a body as an object: checks its checksums, writes it, indexes it. Throws what those checks throw. */
export async function storeBody(s3: S3, object: BodyToStore): Promise<ObjectVersion> {
  const { bucket, key, body, headers, eventName, source } = object;
  const md5 = s3.files.md5(body);
  const checksum = verifyChecksums(headers, body, md5);
  // Checked once more when it counts; here so that a body isn't written for nothing.
  checkWriteConditions(headers, s3.objects.get(bucket.name, key), key);
  return await writeObject(s3, {
    bucket,
    key,
    file: await s3.files.write(body),
    size: body.length,
    etag: `"${md5.toString('hex')}"`,
    details: { ...object.details, checksum },
    eventName,
    source,
    conditions: headers,
  });
}
