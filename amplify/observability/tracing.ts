import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';

/** Traces of each request from AppSync through its resolvers; functions trace on their own (functions/shared/node-function.ts). */
export function traceRequests(api: CfnGraphQLApi): void {
  api.xrayEnabled = true;
}
