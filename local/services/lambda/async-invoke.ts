import { setTimeout as delay } from 'node:timers/promises';
import type { CloudContext } from '../../core/context.ts';
import type { FunctionConfig, FunctionRegistry } from './functions.ts';
import type { RunFunction } from './run.ts';

export type InvokeLater = (config: FunctionConfig, event: string, requestId: string) => Promise<void>;

/** AWS waits a minute and then two; here nobody needs to. */
const RETRY_DELAY_MS = 20;

/** Runs an event in the background, again after a failure: twice, unless the function says otherwise. */
export function createInvokeLater(
  cloud: CloudContext,
  registry: FunctionRegistry,
  runFunction: RunFunction,
): InvokeLater {
  return (config, event, requestId) => cloud.tracker.track(deliver(config, event, requestId));

  async function deliver(config: FunctionConfig, event: string, requestId: string): Promise<void> {
    const retries = registry.asyncConfigs.get(config.name)?.maximumRetryAttempts ?? 2;
    for (let attempt = 0; ; attempt += 1) {
      const result = await runFunction(config, event, requestId, { queue: true });
      if (result.functionError === undefined || attempt >= retries) return;
      await delay(RETRY_DELAY_MS);
    }
  }
}
