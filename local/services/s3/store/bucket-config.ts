import type { LifecycleRule } from '../lifecycle/rules.ts';
import type { NotificationRule } from '../notifications/rules.ts';
import type { Versioning } from './objects.ts';

export interface CorsRule {
  readonly id?: string;
  readonly allowedOrigins: readonly string[];
  readonly allowedMethods: readonly string[];
  readonly allowedHeaders: readonly string[];
  readonly exposedHeaders: readonly string[];
  readonly maxAgeSeconds?: number;
}

export interface PublicAccessBlock {
  readonly BlockPublicAcls: boolean;
  readonly IgnorePublicAcls: boolean;
  readonly BlockPublicPolicy: boolean;
  readonly RestrictPublicBuckets: boolean;
}

/** What a template says about a bucket; given again at each start. */
export interface BucketConfig {
  cors: readonly CorsRule[];
  lifecycle: readonly LifecycleRule[];
  versioning: Versioning;
  publicAccessBlock: PublicAccessBlock;
  /** By the resource that gave them. */
  readonly notifications: Map<string, readonly NotificationRule[]>;
  /** Whether ACLs do anything; `BucketOwnerEnforced` unless told otherwise. */
  aclsEnabled: boolean;
  policy?: unknown;
}

/** As S3 makes new buckets since April 2023: no public access, no ACLs. */
export function defaultConfig(): BucketConfig {
  return {
    cors: [],
    lifecycle: [],
    versioning: undefined,
    publicAccessBlock: {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    },
    notifications: new Map(),
    aclsEnabled: false,
  };
}
