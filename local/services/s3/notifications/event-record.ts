import type { Principal } from '../../../core/principal.ts';
import type { CloudContext } from '../../../core/context.ts';
import { hostId } from '../http/error-response.ts';
import type { Bucket } from '../store/buckets.ts';
import type { ObjectVersion } from '../store/object-version.ts';
import type { EventName, NotificationRule } from './rules.ts';

/** What caused an event. */
export interface EventSource {
  readonly principal: Principal;
  readonly requestId: string;
}

/**
 * The message that S3 sends to a function.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function eventMessage(
  cloud: CloudContext,
  bucket: Bucket,
  rule: NotificationRule,
  event: EventName,
  version: ObjectVersion,
  { principal, requestId }: EventSource,
): unknown {
  const owner = cloud.accountId;
  // Of a deleted object there is nothing to say but its name.
  const gone = event.endsWith(':Delete');
  const lifecycle = event.startsWith('s3:LifecycleExpiration');
  const versioned = bucket.config.versioning !== undefined && version.versionId !== 'null';
  return {
    Records: [
      {
        eventVersion: lifecycle || event.startsWith('s3:ObjectTagging') ? '2.3' : '2.1',
        eventSource: 'aws:s3',
        awsRegion: cloud.region,
        eventTime: new Date(cloud.clock.now()).toISOString(),
        eventName: event.slice('s3:'.length),
        userIdentity: { principalId: lifecycle ? 's3.amazonaws.com' : principalId(principal) },
        requestParameters: { sourceIPAddress: lifecycle ? 's3.amazonaws.com' : '127.0.0.1' },
        responseElements: { 'x-amz-request-id': requestId, 'x-amz-id-2': hostId(requestId) },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: rule.id,
          bucket: { name: bucket.name, ownerIdentity: { principalId: owner }, arn: bucket.arn },
          object: {
            key: encodeKey(version.key),
            ...(gone || version.deleteMarker ? {} : { size: version.size }),
            ...(gone ? {} : { eTag: version.etag.replaceAll('"', '') }),
            ...(versioned ? { versionId: version.versionId } : {}),
            sequencer: sequencer(cloud, version, gone),
          },
        },
      },
    ],
  };
}

/** As form values are: blanks become `+`, slashes stay. */
function encodeKey(key: string): string {
  return encodeURIComponent(key)
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');
}

/** Hexadecimal; of two events on one key the later has the greater. A deletion comes after the write it undoes. */
function sequencer(cloud: CloudContext, version: ObjectVersion, gone: boolean): string {
  const time = Math.max(version.modifiedAt, gone ? cloud.clock.now() : 0);
  const counter = version.sequence * 2 + (gone ? 1 : 0);
  return `${time.toString(16).padStart(12, '0')}${counter.toString(16).padStart(8, '0')}`.toUpperCase();
}

function principalId(principal: Principal): string {
  switch (principal.kind) {
    case 'role':
      return `AWS:${principal.roleArn.split('/').at(-1)}:${principal.sessionName}`;
    case 'service':
      return `AWS:${principal.service}`;
    case 'developer':
      return 'AWS:developer';
    case 'anonymous':
      return 'Anonymous';
  }
}
