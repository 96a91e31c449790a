import type { CloudContext } from '../../core/context.ts';
import type { AwsService } from '../../core/service.ts';
import { createJsEvaluator, createVtlEvaluator } from './runtime/index.ts';
import { createAppSyncWith } from './service.ts';
import type { AppSyncOptions } from './service-context.ts';

export type { AppSyncOptions, SignatureVerifier, SignedRequest } from './service-context.ts';

/**
 * AWS AppSync: GraphQL APIs from the templates, at `/<apiId>/graphql`, real-time at `/<apiId>/graphql/realtime`.
 * Give `verifySignature` for AWS_IAM over WebSockets.
 */
export function createAppSync(cloud: CloudContext, options: AppSyncOptions = {}): AwsService {
  return createAppSyncWith(cloud, { vtl: createVtlEvaluator, js: createJsEvaluator }, options);
}
