import { LocalCloudError } from '../../../core/errors.ts';
import { invalidArgument } from '../errors.ts';

export type EventName =
  `s3:${'ObjectCreated' | 'ObjectRemoved' | 'LifecycleExpiration' | 'ObjectTagging'}:${string}`;

/** One function that wants to know about a bucket's events. */
export interface NotificationRule {
  readonly id: string;
  readonly functionArn: string;
  /** `s3:ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
}

const KNOWN =
  /^s3:(ObjectCreated:(\*|Put|Post|Copy|CompleteMultipartUpload)|ObjectRemoved:(\*|Delete|DeleteMarkerCreated)|LifecycleExpiration:(\*|Delete|DeleteMarkerCreated)|ObjectTagging:(\*|Put|Delete))$/;

/** Throws InvalidArgument for an event that S3 doesn't have, NotCovered for one that never happens here. */
export function checkEvents(events: readonly string[]): void {
  for (const event of events) {
    if (KNOWN.test(event)) continue;
    if (
      /^s3:(ObjectRestore|Replication|LifecycleTransition|IntelligentTiering|ObjectAcl|ReducedRedundancyLostObject|TestEvent|ObjectAnnotation)/.test(
        event,
      )
    ) {
      throw new LocalCloudError(
        'NotCovered',
        `The local cloud does not cover the event ${event}.`,
        'Nothing here would ever cause it; leave it out or run against AWS.',
      );
    }
    throw invalidArgument(`The event '${event}' is not supported for notifications`, 'Event', event);
  }
}

export function wants(rule: NotificationRule, event: EventName, key: string): boolean {
  return (
    rule.events.some((one) => covers(one, event)) && key.startsWith(rule.prefix) && key.endsWith(rule.suffix)
  );
}

/** Throws InvalidArgument when one object's event would go to two rules, which S3 doesn't allow. */
export function checkOverlap(rules: readonly NotificationRule[]): void {
  for (const [index, one] of rules.entries()) {
    for (const other of rules.slice(index + 1)) {
      if (!overlap(one, other)) continue;
      throw invalidArgument(
        'Configurations overlap. Configurations on the same bucket cannot share a common event type.',
        'NotificationConfiguration',
        `${one.id}, ${other.id}`,
      );
    }
  }
}

function overlap(one: NotificationRule, other: NotificationRule): boolean {
  const events = one.events.some((a) => other.events.some((b) => covers(a, b) || covers(b, a)));
  const prefixes = one.prefix.startsWith(other.prefix) || other.prefix.startsWith(one.prefix);
  const suffixes = one.suffix.endsWith(other.suffix) || other.suffix.endsWith(one.suffix);
  return events && prefixes && suffixes;
}

function covers(pattern: string, event: string): boolean {
  return pattern === event || (pattern.endsWith(':*') && event.startsWith(pattern.slice(0, -1)));
}
