import type { Handlers } from '../api.ts';
import type { FieldRun } from './field-run.ts';
import { runStage, type Stage } from './stage.ts';
import type { Runner } from './unit.ts';

/**
 * Before handler, functions, after handler. Each function sees the result of the one before it as `prev.result`
 * (the first one: what the before handler gave); the after handler sees the last one as `prev.result` and
 * `result`. An error that a handler throws ends the pipeline.
 */
export function pipelineRunner(handlers: Handlers, functions: readonly Stage[]): Runner {
  return async (run) => {
    let prev: { result: unknown } = { result: null };
    let skipped = false;
    if (handlers.hasRequest) {
      const before = run.evaluate('before', () => handlers.evaluator().request(run.base));
      // In VTL `#return` leaves the resolver; in APPSYNC_JS an early return still runs the after handler.
      if (before.earlyReturn && handlers.runtime === 'VTL') return before.value;
      skipped = before.earlyReturn !== undefined;
      prev = { result: before.value };
    }
    if (!skipped) prev = { result: await runFunctions(run, functions, prev) };
    if (!handlers.hasResponse) return prev.result;
    const context = { ...run.base, prev, result: prev.result };
    return run.evaluate('after', () => handlers.evaluator().response(context)).value;
  };
}

async function runFunctions(
  run: FieldRun,
  functions: readonly Stage[],
  first: { result: unknown },
): Promise<unknown> {
  let prev = first;
  for (const stage of functions) {
    const outcome = await runStage(run, stage, prev);
    prev = { result: outcome.value };
    if (outcome.skipTo === 'END') break;
  }
  return prev.result;
}
