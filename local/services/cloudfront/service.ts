import type { CloudContext } from '../../core/context.ts';
import type { AwsService, HttpRequest, HttpResponse } from '../../core/service.ts';
import { createRegistry } from './registry.ts';
import { distributionResource, domainNameOf } from './resources/distribution.ts';
import { functionResource } from './resources/function.ts';
import { originAccessControlResource, passivePolicyResource } from './resources/passive.ts';
import { responseHeadersPolicyResource } from './resources/response-headers-policy.ts';
import { serve } from './serve.ts';

/** Amazon CloudFront before S3 origins, at `/cloudfront/<distribution id>/<path>`. */
export function createCloudFront(cloud: CloudContext): AwsService {
  const registry = createRegistry();

  async function handle(request: HttpRequest): Promise<HttpResponse | undefined> {
    const [, id = '', path = ''] = /^\/cloudfront\/([^/]+)(\/.*)?$/s.exec(request.rawPath) ?? [];
    const distribution = registry.distributions.get(id);
    if (!distribution) return undefined;
    const domainName = domainNameOf(cloud, id);
    // A distribution has a host of its own on AWS, so there is no path without a slash.
    return await cloud.tracker.track(
      serve({ cloud, registry, distribution, domainName, request }, path || '/'),
    );
  }

  return {
    id: 'cloudfront',
    signingName: 'cloudfront',
    protocol: { kind: 'http' },
    operations: {},
    resources: [
      distributionResource(cloud, registry),
      responseHeadersPolicyResource(registry),
      functionResource(cloud, registry),
      originAccessControlResource(),
      passivePolicyResource(),
    ],
    handleHttp: handle,
    async inspect() {
      return [...registry.distributions.values()].map(({ id, arn, config }) => ({
        id,
        arn,
        url: `${cloud.baseUrl}/cloudfront/${id}/`,
        origins: config.Origins.map((origin) => bucketLabel(origin.DomainName)),
      }));
    },
  };
}

function bucketLabel(domainName: string): string {
  return domainName.split('/').at(-1) ?? domainName;
}
