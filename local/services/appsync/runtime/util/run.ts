import { createClock } from '../../../../core/clock.ts';
import type { Clock } from '../../../../core/clock.ts';
import type { EvaluationContext, ResolverErrorShape } from '../evaluator.ts';

/** What one evaluation gathers while it runs; every utility reads and writes the current one. */
export interface Run {
  readonly context: EvaluationContext;
  readonly appendedErrors: ResolverErrorShape[];
  readonly logs: string[];
  readonly responseHeaders: Record<string, string>;
  readonly invalidations: unknown[];
  subscriptionFilter?: unknown;
  invalidationFilter?: unknown;
}

/** Where utilities find the run they belong to. Evaluations are synchronous, so there is at most one. */
export interface RunHolder {
  /** Throws when no evaluation is under way (a utility called while the code loads). */
  current(): Run;
  readonly clock: Pick<Clock, 'now'>;
}

/** What both evaluators take beside their source. */
export interface RuntimeOptions {
  /** The time that `util.time`, ULIDs and KSUIDs see; the machine's unless told. */
  readonly clock?: Pick<Clock, 'now'>;
}

export function createRun(context: EvaluationContext): Run {
  return { context, appendedErrors: [], logs: [], responseHeaders: {}, invalidations: [] };
}

/** A holder whose run is set around each evaluation. Nested evaluations restore the outer run. */
export function createRunHolder(options: RuntimeOptions): RunHolder & {
  during<T>(run: Run, body: () => T): T;
} {
  let active: Run | undefined;
  return {
    clock: options.clock ?? createClock(),
    current() {
      if (active === undefined)
        throw new Error('util is available while a handler runs, not while its code loads');
      return active;
    },
    during(run, body) {
      const outer = active;
      active = run;
      try {
        return body();
      } finally {
        active = outer;
      }
    },
  };
}
