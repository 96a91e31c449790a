import { defaultConfig, type CorsRule, type PublicAccessBlock } from '../store/bucket-config.ts';
import type { LifecycleProperties } from './lifecycle-properties.ts';

export interface BucketProperties {
  readonly BucketName?: string;
  readonly CorsConfiguration?: CorsProperties;
  readonly LifecycleConfiguration?: LifecycleProperties;
  readonly VersioningConfiguration?: { readonly Status?: string };
  readonly PublicAccessBlockConfiguration?: Readonly<Record<string, boolean | string>>;
  readonly OwnershipControls?: { readonly Rules?: readonly { readonly ObjectOwnership?: string }[] };
  readonly NotificationConfiguration?: {
    readonly LambdaConfigurations?: readonly {
      readonly Event: string;
      readonly Function: string;
      readonly Filter?: { readonly S3Key?: { readonly Rules?: readonly { Name: string; Value: string }[] } };
    }[];
    readonly QueueConfigurations?: readonly unknown[];
    readonly TopicConfigurations?: readonly unknown[];
    readonly EventBridgeConfiguration?: unknown;
  };
  readonly BucketEncryption?: {
    readonly ServerSideEncryptionConfiguration?: readonly {
      readonly ServerSideEncryptionByDefault?: { readonly SSEAlgorithm?: string };
    }[];
  };
}

interface CorsProperties {
  readonly CorsRules: readonly {
    readonly Id?: string;
    readonly AllowedOrigins: readonly string[];
    readonly AllowedMethods: readonly string[];
    readonly AllowedHeaders?: readonly string[];
    readonly ExposedHeaders?: readonly string[];
    readonly MaxAge?: number | string;
  }[];
}

export function readCors(configuration: CorsProperties | undefined): CorsRule[] {
  return (configuration?.CorsRules ?? []).map((rule) => ({
    id: rule.Id,
    allowedOrigins: rule.AllowedOrigins,
    allowedMethods: rule.AllowedMethods,
    allowedHeaders: rule.AllowedHeaders ?? [],
    exposedHeaders: rule.ExposedHeaders ?? [],
    maxAgeSeconds: rule.MaxAge === undefined ? undefined : Number(rule.MaxAge),
  }));
}

/** Without the property all is blocked; with it, what it doesn't name isn't. */
export function readPublicAccessBlock(
  configuration: Readonly<Record<string, boolean | string>> | undefined,
): PublicAccessBlock {
  if (!configuration) return defaultConfig().publicAccessBlock;
  const on = (name: keyof PublicAccessBlock): boolean => String(configuration[name]) === 'true';
  return {
    BlockPublicAcls: on('BlockPublicAcls'),
    IgnorePublicAcls: on('IgnorePublicAcls'),
    BlockPublicPolicy: on('BlockPublicPolicy'),
    RestrictPublicBuckets: on('RestrictPublicBuckets'),
  };
}
