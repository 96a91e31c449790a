import { randomUUID } from 'node:crypto';
import type { CloudContext, FunctionInvoker } from '../../core/context.ts';
import { authorizeInvoke } from './access.ts';
import { createInvokeLater } from './async-invoke.ts';
import type { Mapping } from './event-sources/mapping.ts';
import { createPositions } from './event-sources/positions.ts';
import { createFunctionRegistry } from './functions.ts';
import { handleLambdaHttp } from './http.ts';
import { invoke } from './operations/Invoke.ts';
import { eventInvokeConfigResource } from './resources/event-invoke-config.ts';
import { eventSourceMappingResource } from './resources/event-source-mapping.ts';
import { functionResource } from './resources/function.ts';
import { layerVersionResource } from './resources/layer-version.ts';
import { permissionResource } from './resources/permission.ts';
import { versionResource } from './resources/versions.ts';
import { createRunFunction, withTimeout } from './run.ts';
import { createInstancePool } from './runner/pool.ts';

/** How many instances of one function run at once; AWS has 1,000 for all. */
const CONCURRENCY = 10;

/** AWS Lambda: functions for Node.js, each in worker threads of its own. */
export function createLambda(cloud: CloudContext): FunctionInvoker {
  const registry = createFunctionRegistry(cloud.region, cloud.accountId);
  const pool = createInstancePool(cloud, CONCURRENCY);
  const runFunction = createRunFunction(cloud, pool);
  const invokeLater = createInvokeLater(cloud, registry, runFunction);
  const positions = createPositions(cloud);
  const mappings = new Map<string, Mapping>();
  const invokeOperation = invoke(cloud, registry, runFunction, invokeLater);

  function stopMappings(): void {
    for (const mapping of mappings.values()) mapping.stop();
    mappings.clear();
  }

  return {
    id: 'lambda',
    signingName: 'lambda',
    protocol: { kind: 'http' },
    operations: { Invoke: invokeOperation },
    resources: [
      functionResource(registry, pool),
      permissionResource(registry),
      versionResource(registry),
      layerVersionResource(cloud),
      eventInvokeConfigResource(registry),
      eventSourceMappingResource(cloud, registry, runFunction, positions, mappings),
    ],
    handleHttp: (request) => handleLambdaHttp(request, invokeOperation),
    async invokeFunction({ functionArn, payload, principal, timeoutMs }) {
      const config = registry.get(functionArn);
      authorizeInvoke(cloud, registry, principal, config);
      const running = runFunction(config, JSON.stringify(payload) ?? 'null', randomUUID());
      // Whoever stops waiting does not stop the function.
      const result = timeoutMs === undefined ? await running : await withTimeout(running, timeoutMs);
      if (result === 'timeout') {
        running.catch(() => undefined);
        return { payload: null, functionError: 'TimedOut' };
      }
      return { payload: JSON.parse(result.payload) as unknown, functionError: result.functionError };
    },
    async stop() {
      stopMappings();
      await pool.stop();
    },
    async reset() {
      positions.clear();
      await pool.stop();
    },
    async inspect() {
      return [...registry.functions.values()].map(({ environment, ...config }) => ({
        ...config,
        environment: Object.keys(environment),
        invocations: cloud.bus.recent('invocation').filter((one) => one.functionName === config.name),
      }));
    },
  };
}
