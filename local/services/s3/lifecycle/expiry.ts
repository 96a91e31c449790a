import type { Bucket } from '../store/buckets.ts';
import type { ObjectVersion } from '../store/object-version.ts';
import type { LifecycleRule } from './rules.ts';

const DAY = 24 * 60 * 60 * 1000;

/** S3 adds the days, then goes on to the next midnight (UTC). */
export function afterDays(time: number, days: number): number {
  return Math.ceil((time + days * DAY) / DAY) * DAY;
}

/** When a current version expires, and by which rule; the earliest wins. Undefined when none says so. */
export function expiryOf(
  bucket: Bucket,
  version: ObjectVersion,
): { readonly at: number; readonly rule: LifecycleRule } | undefined {
  let earliest: { at: number; rule: LifecycleRule } | undefined;
  for (const rule of bucket.config.lifecycle) {
    if (!applies(rule, version)) continue;
    const { expirationDays, expirationDate } = rule;
    const at = expirationDays === undefined ? expirationDate : afterDays(version.modifiedAt, expirationDays);
    if (at !== undefined && (!earliest || at < earliest.at)) earliest = { at, rule };
  }
  return earliest;
}

export function applies(rule: LifecycleRule, version: ObjectVersion): boolean {
  return (
    version.key.startsWith(rule.prefix) &&
    Object.entries(rule.tags).every(([name, value]) => version.details.tags[name] === value) &&
    version.size > (rule.sizeGreaterThan ?? -1) &&
    version.size < (rule.sizeLessThan ?? Number.POSITIVE_INFINITY)
  );
}

/** `x-amz-expiration`. */
export function expirationHeader(bucket: Bucket, version: ObjectVersion): string | undefined {
  const expiry = expiryOf(bucket, version);
  if (!expiry) return undefined;
  return `expiry-date="${new Date(expiry.at).toUTCString()}", rule-id="${encodeURIComponent(expiry.rule.id)}"`;
}
