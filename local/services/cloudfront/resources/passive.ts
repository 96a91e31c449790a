import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId, stableUuid } from '../../../core/stable-id.ts';
import type { Registry } from '../registry.ts';

/** `AWS::CloudFront::OriginAccessControl`: its presence on an origin makes CloudFront sign; there is nothing to set. */
export function originAccessControlResource(registry: Registry): ResourceHandler {
  return {
    types: ['AWS::CloudFront::OriginAccessControl'],
    apply({ address }) {
      const id = `E${stableId(address, 13, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')}`;
      registry.accessControls.add(id);
      return { ref: id, attributes: { Id: id } };
    },
    remove({ previousOutput }) {
      if (previousOutput) registry.accessControls.delete(previousOutput.ref);
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
    apply({ address }) {
      const id = stableUuid(address);
      return { ref: id, attributes: { Id: id, LastModifiedTime: '1970-01-01T00:00:00Z' } };
    },
  };
}
