import type { CloudContext } from '../../../core/context.ts';
import { requireCovered } from '../../../core/covered-properties.ts';
import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import type { Behavior, DistributionConfig } from '../distribution.ts';
import type { Registry } from '../registry.ts';
import { bucketOf } from '../s3-origin.ts';

const TYPE = 'AWS::CloudFront::Distribution';

interface Properties {
  readonly DistributionConfig: DistributionConfig;
}

/** `AWS::CloudFront::Distribution`. */
export function distributionResource(cloud: CloudContext, registry: Registry): ResourceHandler<Properties> {
  return {
    types: [TYPE],
    covers: { honoured: ['DistributionConfig'], withoutEffect: { 'nothing reads them here': ['Tags'] } },
    apply({ address, properties }) {
      const config = properties.DistributionConfig;
      refuseUncovered(config);
      const id = `E${stableId(address, 13, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')}`;
      registry.distributions.set(id, {
        id,
        arn: `arn:aws:cloudfront::${cloud.accountId}:distribution/${id}`,
        config,
      });
      return { ref: id, attributes: { Id: id, DomainName: domainNameOf(cloud, id) } };
    },
    remove({ previousOutput }) {
      if (previousOutput) registry.distributions.delete(previousOutput.ref);
    },
  };
}

/**
 * `<id>.cloudfront.net` on AWS. Here `host:port/cloudfront/<id>`: in `https://<DomainName>/<path>` only the scheme is to be
 * changed, and it needs no DNS, which `<id>.localhost` would on some systems.
 */
export function domainNameOf(cloud: CloudContext, id: string): string {
  return `${new URL(cloud.baseUrl).host}/cloudfront/${id}`;
}

const CONFIG = {
  honoured: [
    'Enabled',
    'DefaultRootObject',
    'DefaultCacheBehavior',
    'CacheBehaviors',
    'Origins',
    'CustomErrorResponses',
    'OriginGroups',
    'Restrictions',
  ],
  withoutEffect: {
    'only this machine reaches the local cloud, over plain http': [
      'HttpVersion',
      'IPV6Enabled',
      'ViewerCertificate',
    ],
    'the local address is the only one': ['Aliases', 'PriceClass', 'WebACLId'],
    'it tells people or machines what was': ['Comment', 'Logging'],
  },
};
const BEHAVIOR = {
  honoured: [
    'PathPattern',
    'TargetOriginId',
    'AllowedMethods',
    'ResponseHeadersPolicyId',
    'FunctionAssociations',
    'LambdaFunctionAssociations',
    'TrustedKeyGroups',
    'TrustedSigners',
  ],
  withoutEffect: {
    'nothing is cached here': ['CachePolicyId', 'CachedMethods', 'DefaultTTL', 'MaxTTL', 'MinTTL'],
    'a bucket is sent what it understands': ['OriginRequestPolicyId', 'ForwardedValues'],
    'only this machine reaches the local cloud, over plain http': ['ViewerProtocolPolicy', 'Compress'],
  },
};

function refuseUncovered(config: DistributionConfig): void {
  requireCovered(`${TYPE}’s DistributionConfig`, { ...config }, CONFIG);
  if (config.OriginGroups?.Items?.length) throw notCovered('origin groups of CloudFront');
  const geo = config.Restrictions?.GeoRestriction?.RestrictionType ?? 'none';
  if (geo !== 'none') throw notCovered('geo restrictions of CloudFront');
  for (const origin of config.Origins) {
    if (bucketOf(origin.DomainName) === undefined) {
      throw notCovered(`CloudFront origins other than S3, such as ${origin.DomainName}`);
    }
    if (origin.S3OriginConfig?.OriginAccessIdentity) {
      throw notCovered('origin access identities of CloudFront', 'Use an origin access control.');
    }
  }
  for (const behavior of [config.DefaultCacheBehavior, ...(config.CacheBehaviors ?? [])]) refuseIn(behavior);
}

function refuseIn(behavior: Behavior): void {
  requireCovered(`${TYPE}’s cache behavior`, { ...behavior }, BEHAVIOR);
  if (behavior.LambdaFunctionAssociations?.length) throw notCovered('Lambda@Edge');
  if (behavior.TrustedKeyGroups?.length || behavior.TrustedSigners?.length)
    throw notCovered('signed URLs of CloudFront');
}
