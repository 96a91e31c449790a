import type { Handlers } from '../api.ts';
import type { DataSource, DataSourceOutcome } from '../data-sources/data-source.ts';
import { isObject } from '../data-sources/request.ts';
import { type EvaluationContext, ResolverError } from '../runtime/evaluator.ts';
import type { FieldRun } from './field-run.ts';

/** A unit resolver or a pipeline function: request handler, data source, response handler. */
export interface Stage {
  readonly name: string;
  readonly handlers: Handlers;
  readonly dataSource: DataSource;
  readonly maxBatchSize: number;
}

export interface StageOutcome {
  readonly value: unknown;
  readonly skipTo?: 'NEXT' | 'END';
}

/**
 * Runs a stage. A data source's error reaches the response handler as `ctx.error`, which decides whether it counts;
 * VTL requests of version 2017-02-28 and stages without a response handler fail at once. Throws ResolverError.
 */
export async function runStage(
  run: FieldRun,
  stage: Stage,
  prev?: { readonly result: unknown },
): Promise<StageOutcome> {
  const { handlers } = stage;
  const context: EvaluationContext = prev ? { ...run.base, prev } : run.base;
  let request: unknown;
  if (handlers.hasRequest) {
    const evaluation = run.evaluate(`${stage.name} request`, () => handlers.evaluator().request(context));
    if (evaluation.earlyReturn) return { value: evaluation.value, skipTo: evaluation.earlyReturn.skipTo };
    request = evaluation.value;
  } else {
    request = directRequest(stage, context);
  }
  const { result, error } = await ask(run, stage, request, context);
  const fatal = handlers.runtime === 'VTL' && isObject(request) && request.version === '2017-02-28';
  if (error && (fatal || !handlers.hasResponse)) throw new ResolverError(error.message, error.type, result);
  if (!handlers.hasResponse) return { value: result };
  const evaluation = run.evaluate(`${stage.name} response`, () =>
    handlers.evaluator().response(error ? { ...context, result, error } : { ...context, result }),
  );
  return { value: evaluation.value, skipTo: evaluation.earlyReturn?.skipTo };
}

async function ask(
  run: FieldRun,
  stage: Stage,
  request: unknown,
  context: EvaluationContext,
): Promise<DataSourceOutcome> {
  const { dataSource, handlers, maxBatchSize } = stage;
  const { trace, batches } = run.request;
  const start = performance.now();
  let failed: string | undefined;
  try {
    const call = {
      context,
      runtime: handlers.runtime,
      caller: stage,
      maxBatchSize,
      batches,
      trace: trace.push.bind(trace),
    };
    const answer = dataSource.invoke(request, call);
    const outcome = answer instanceof Promise ? await answer : answer;
    failed = outcome.error?.message;
    return outcome;
  } catch (error) {
    failed = error instanceof Error ? error.message : String(error);
    throw error;
  } finally {
    trace.push({
      path: run.path.join('/'),
      step: `${stage.name} data source`,
      dataSource: dataSource.name,
      durationMs: performance.now() - start,
      ...(failed === undefined ? {} : { error: failed }),
    });
  }
}

/** Direct Lambda resolvers: without a request handler the function gets the whole context. */
function directRequest(stage: Stage, context: EvaluationContext): unknown {
  if (stage.dataSource.type !== 'AWS_LAMBDA') return { payload: null };
  const { arguments: args, identity, source, request, info, stash, prev } = context;
  const operation = stage.maxBatchSize > 0 ? 'BatchInvoke' : 'Invoke';
  return {
    operation,
    payload: { arguments: args, identity, source, request, prev: prev ?? null, info, stash },
  };
}
