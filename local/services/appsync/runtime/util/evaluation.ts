import type { Evaluation } from '../evaluator.ts';
import { cloneJson } from './json.ts';
import type { Run } from './run.ts';

/** What an evaluation gave, put together from its value and what its run gathered. */
export function toEvaluation(run: Run, value: unknown, earlyReturn?: Evaluation['earlyReturn']): Evaluation {
  return {
    value,
    appendedErrors: run.appendedErrors.map((error) => cloneJson(error) as typeof error),
    logs: run.logs,
    ...(earlyReturn === undefined ? {} : { earlyReturn }),
    ...(run.subscriptionFilter === undefined
      ? {}
      : { subscriptionFilter: cloneJson(run.subscriptionFilter) }),
    ...(run.invalidationFilter === undefined
      ? {}
      : { invalidationFilter: cloneJson(run.invalidationFilter) }),
    ...(run.invalidations.length === 0
      ? {}
      : { invalidations: run.invalidations.map((one) => cloneJson(one)) }),
    ...(Object.keys(run.responseHeaders).length === 0 ? {} : { responseHeaders: run.responseHeaders }),
  };
}
