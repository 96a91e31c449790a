import type { CloudContext } from '../../core/context.ts';
import type { AwsService } from '../../core/service.ts';
import { createJsEvaluator, createVtlEvaluator } from './runtime/index.ts';
import { createAppSyncWith } from './service.ts';
import type { AppSyncOptions, EvaluatorFactory } from './service-context.ts';

export type { AppSyncOptions, SignedRequest } from './service-context.ts';

/**
 * AWS AppSync: GraphQL APIs from the templates, at `/<apiId>/graphql`, real-time at `/<apiId>/graphql/realtime`.
 * Give `verifySignature` for AWS_IAM over WebSockets.
 */
export function createAppSync(cloud: CloudContext, options: AppSyncOptions = {}): AwsService {
  return createAppSyncWith(cloud, realEvaluators(cloud), options);
}

/** VTL and APPSYNC_JS with the local cloud's clock. */
export function realEvaluators({ clock }: Pick<CloudContext, 'clock'>): EvaluatorFactory {
  return {
    vtl: (templates) => createVtlEvaluator(templates, { clock }),
    js: (code) => createJsEvaluator(code, { clock }),
  };
}
