/** A distribution as its template says it. Numbers and booleans may come as text. */
export interface DistributionConfig {
  readonly Enabled?: boolean | string;
  readonly DefaultRootObject?: string;
  readonly DefaultCacheBehavior: Behavior;
  readonly CacheBehaviors?: readonly (Behavior & { readonly PathPattern: string })[];
  readonly Origins: readonly Origin[];
  readonly OriginGroups?: { readonly Items?: readonly unknown[] };
  readonly CustomErrorResponses?: readonly CustomError[];
  readonly Restrictions?: { readonly GeoRestriction?: { readonly RestrictionType?: string } };
}

export interface Behavior {
  readonly TargetOriginId: string;
  readonly AllowedMethods?: readonly string[];
  readonly CachePolicyId?: string;
  readonly OriginRequestPolicyId?: string;
  readonly ResponseHeadersPolicyId?: string;
  readonly FunctionAssociations?: readonly { readonly EventType: string; readonly FunctionARN: string }[];
  readonly LambdaFunctionAssociations?: readonly unknown[];
  readonly TrustedKeyGroups?: readonly unknown[];
  readonly TrustedSigners?: readonly unknown[];
  readonly ForwardedValues?: unknown;
}

export interface Origin {
  readonly Id: string;
  readonly DomainName: string;
  readonly OriginPath?: string;
  readonly OriginAccessControlId?: string;
  readonly S3OriginConfig?: { readonly OriginAccessIdentity?: string };
  readonly CustomOriginConfig?: unknown;
}

interface CustomError {
  readonly ErrorCode: number | string;
  readonly ResponseCode?: number | string;
  readonly ResponsePagePath?: string;
}

export interface Distribution {
  readonly id: string;
  readonly arn: string;
  readonly config: DistributionConfig;
}
