import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId, stableUuid } from '../../../core/stable-id.ts';

interface AccessControlProperties {
  readonly OriginAccessControlConfig: {
    readonly SigningBehavior?: string;
    readonly OriginAccessControlOriginType?: string;
  };
}

/** `AWS::CloudFront::OriginAccessControl`: its presence on an origin makes CloudFront sign; it always does. */
export function originAccessControlResource(): ResourceHandler<AccessControlProperties> {
  return {
    types: ['AWS::CloudFront::OriginAccessControl'],
    covers: {
      honoured: ['OriginAccessControlConfig'],
    },
    apply({ address, properties }) {
      const { SigningBehavior: signing, OriginAccessControlOriginType: type } =
        properties.OriginAccessControlConfig;
      if (signing !== 'always' || type !== 's3') {
        throw notCovered(`origin access controls of type ${type} that sign ${signing}`);
      }
      const id = `E${stableId(address, 13, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')}`;
      return { ref: id, attributes: { Id: id } };
    },
  };
}

/**
 * Policies that only say what edges keep and what they pass to other origins than S3: nothing is kept here, and S3 is
 * passed what it understands.
 */
export function passivePolicyResource(): ResourceHandler {
  return {
    types: ['AWS::CloudFront::CachePolicy', 'AWS::CloudFront::OriginRequestPolicy'],
    covers: {
      honoured: [],
      withoutEffect: { 'nothing is cached here': ['CachePolicyConfig', 'OriginRequestPolicyConfig'] },
    },
    apply({ address }) {
      const id = stableUuid(address);
      return { ref: id, attributes: { Id: id, LastModifiedTime: '1970-01-01T00:00:00Z' } };
    },
  };
}
