import { notCovered } from '../../../core/errors.ts';
import { stableId } from '../../../core/stable-id.ts';
import type { LifecycleRule } from '../lifecycle/rules.ts';

type Numeric = number | string;

export interface LifecycleProperties {
  readonly Rules: readonly {
    readonly Id?: string;
    readonly Status: string;
    readonly Prefix?: string;
    readonly TagFilters?: readonly { readonly Key: string; readonly Value: string }[];
    readonly ObjectSizeGreaterThan?: Numeric;
    readonly ObjectSizeLessThan?: Numeric;
    readonly ExpirationInDays?: Numeric;
    readonly ExpirationDate?: string;
    readonly ExpiredObjectDeleteMarker?: boolean | string;
    readonly NoncurrentVersionExpirationInDays?: Numeric;
    readonly NoncurrentVersionExpiration?: {
      readonly NoncurrentDays: Numeric;
      readonly NewerNoncurrentVersions?: Numeric;
    };
    readonly AbortIncompleteMultipartUpload?: { readonly DaysAfterInitiation: Numeric };
    readonly Transition?: TransitionProperties;
    readonly Transitions?: readonly TransitionProperties[];
    readonly NoncurrentVersionTransitions?: readonly TransitionProperties[];
  }[];
}

interface TransitionProperties {
  readonly StorageClass?: string;
}

/**
 * The enabled rules. Transitions to cheaper classes change nothing on a laptop and are left out; those to an archive are
 * not covered, since objects there can't be read.
 */
export function readLifecycle(configuration: LifecycleProperties | undefined): LifecycleRule[] {
  const enabled = (configuration?.Rules ?? []).filter((rule) => rule.Status === 'Enabled');
  return enabled.map((rule) => {
    const transitions = [
      rule.Transition,
      ...(rule.Transitions ?? []),
      ...(rule.NoncurrentVersionTransitions ?? []),
    ];
    for (const one of transitions) {
      if (/GLACIER$|DEEP_ARCHIVE/.test(one?.StorageClass ?? '')) {
        throw notCovered(`lifecycle transitions to ${one?.StorageClass}`);
      }
    }
    const noncurrent = rule.NoncurrentVersionExpiration;
    return {
      id: rule.Id ?? stableId(JSON.stringify(rule), 24),
      prefix: rule.Prefix ?? '',
      tags: Object.fromEntries((rule.TagFilters ?? []).map(({ Key, Value }) => [Key, Value])),
      sizeGreaterThan: number(rule.ObjectSizeGreaterThan),
      sizeLessThan: number(rule.ObjectSizeLessThan),
      expirationDays: number(rule.ExpirationInDays),
      expirationDate: rule.ExpirationDate === undefined ? undefined : Date.parse(rule.ExpirationDate),
      expireDeleteMarkers: String(rule.ExpiredObjectDeleteMarker) === 'true',
      noncurrentDays: number(noncurrent?.NoncurrentDays ?? rule.NoncurrentVersionExpirationInDays),
      newerNoncurrentVersions: number(noncurrent?.NewerNoncurrentVersions) ?? 0,
      abortUploadDays: number(rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation),
    };
  });
}

function number(value: Numeric | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}
