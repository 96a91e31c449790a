import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableUuid } from '../../../core/stable-id.ts';
import type { Registry } from '../registry.ts';
import type { ResponseHeadersPolicy } from '../response-headers.ts';

interface Properties {
  readonly ResponseHeadersPolicyConfig: ResponseHeadersPolicy;
}

/** `AWS::CloudFront::ResponseHeadersPolicy`. */
export function responseHeadersPolicyResource(registry: Registry): ResourceHandler<Properties> {
  return {
    types: ['AWS::CloudFront::ResponseHeadersPolicy'],
    covers: { honoured: ['ResponseHeadersPolicyConfig'] },
    apply({ address, properties }) {
      const policy = properties.ResponseHeadersPolicyConfig;
      if (String(policy.ServerTimingHeadersConfig?.Enabled) === 'true') {
        throw notCovered('Server-Timing headers of CloudFront');
      }
      const id = stableUuid(address);
      registry.responseHeaders.set(id, policy);
      return { ref: id, attributes: { Id: id, LastModifiedTime: '1970-01-01T00:00:00Z' } };
    },
    remove({ previousOutput }) {
      if (previousOutput) registry.responseHeaders.delete(previousOutput.ref);
    },
  };
}
