import type { Stack } from 'aws-cdk-lib';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';

/** The least that WAF takes. */
const LEAST = 10;

/** The environment variable `WAF_RATE_LIMIT` of the build: requests in five minutes from one address; undefined: no web ACL. */
export function rateLimit(wanted: string | undefined): number | undefined {
  if (wanted === undefined || wanted === '') return undefined;
  const limit = Number(wanted);
  if (Number.isInteger(limit) && limit >= LEAST) return limit;
  throw new Error(
    `WAF_RATE_LIMIT is «${wanted}»: give a whole number of requests in five minutes, at least ${LEAST}, or leave it out.`,
  );
}

/**
 * A web ACL that blocks addresses with more requests than the limit. An option, since it costs more than everything else
 * of an idle branch (docs/costs.md).
 * @param protectedArns the API and the user pool
 */
export function addWebAcl(
  scope: Stack,
  limit: number,
  protectedArns: Readonly<Record<string, string>>,
): void {
  const visibility = (metricName: string) => ({
    cloudWatchMetricsEnabled: true,
    sampledRequestsEnabled: true,
    metricName,
  });
  const acl = new CfnWebACL(scope, 'WebAcl', {
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: visibility('web-acl'),
    rules: [
      {
        name: 'rate',
        priority: 0,
        action: { block: {} },
        statement: {
          rateBasedStatement: { limit, evaluationWindowSec: 300, aggregateKeyType: 'IP' },
        },
        visibilityConfig: visibility('rate'),
      },
    ],
  });
  for (const [name, resourceArn] of Object.entries(protectedArns)) {
    new CfnWebACLAssociation(scope, `WebAcl${name}`, { webAclArn: acl.attrArn, resourceArn });
  }
}
