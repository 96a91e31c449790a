import type { CloudContext } from '../../core/context.ts';
import type { AwsService } from '../../core/service.ts';
import { createApiStore } from './api-store.ts';
import { createAuthorizerCache } from './auth/lambda.ts';
import { httpHandler } from './http/handle.ts';
import { inspectAppSync } from './inspect.ts';
import { createRealtime } from './realtime/realtime.ts';
import { appSyncResources } from './resources/index.ts';
import type { AppSyncContext, AppSyncOptions, EvaluatorFactory } from './service-context.ts';

/** AppSync with a given way to compile handlers; `index.ts` gives the real one. */
export function createAppSyncWith(
  cloud: CloudContext,
  evaluators: EvaluatorFactory,
  options: AppSyncOptions = {},
): AwsService {
  const apis = createApiStore();
  const service: AppSyncContext = { cloud, apis, evaluators, options };
  const cache = createAuthorizerCache(cloud);
  const realtime = createRealtime(service, cache);
  return {
    id: 'appsync',
    signingName: 'appsync',
    protocol: { kind: 'http' },
    operations: {},
    resources: appSyncResources(service),
    handleHttp: httpHandler(service, cache, realtime),
    handleUpgrade: realtime.upgrade,
    stop: async () => realtime.close(),
    inspect: async () => inspectAppSync(apis, realtime.connections()),
  };
}
