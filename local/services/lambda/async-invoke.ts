import { setTimeout as delay } from 'node:timers/promises';
import type { CloudContext } from '../../core/context.ts';
import { sendToDestination } from './failure-destination.ts';
import type { FunctionConfig, FunctionRegistry } from './functions.ts';
import type { RunFunction } from './run.ts';

export type InvokeLater = (config: FunctionConfig, event: string, requestId: string) => Promise<void>;

/** AWS waits a minute and then two; here nobody needs to. */
const RETRY_DELAY_MS = 20;

/**
 * Runs an event in the background, again after a failure: twice, unless the function says otherwise. What fails to the
 * last goes to the function's destination for failures, if it has one.
 */
export function createInvokeLater(
  cloud: CloudContext,
  registry: FunctionRegistry,
  runFunction: RunFunction,
): InvokeLater {
  return (config, event, requestId) => cloud.tracker.track(deliver(config, event, requestId));

  async function deliver(config: FunctionConfig, event: string, requestId: string): Promise<void> {
    const { maximumRetryAttempts: retries = 2, onFailureArn } = registry.asyncConfigs.get(config.name) ?? {};
    for (let attempt = 0; ; attempt += 1) {
      const result = await runFunction(config, event, requestId, { queue: true });
      if (result.functionError === undefined) return;
      if (attempt >= retries) {
        const lost = { requestId, event, attempts: attempt + 1, result };
        if (onFailureArn !== undefined) await sendToDestination(cloud, config, onFailureArn, lost);
        return;
      }
      await delay(RETRY_DELAY_MS);
    }
  }
}
