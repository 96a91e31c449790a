import type { TraceStep } from '../../../core/bus.ts';
import type { EvaluationContext } from '../runtime/evaluator.ts';

/** How a data source answered: a result, an error that the response handler sees, or both. */
export interface DataSourceOutcome {
  readonly result: unknown;
  readonly error?: DataSourceError;
}

export interface DataSourceError {
  readonly message: string;
  readonly type: string;
  /** For `AWS_LAMBDA`: the function's own error type. */
  readonly unhandledErrorType?: string | null;
}

/** What a data source may need to know beside the request itself. */
export interface DataSourceCall {
  readonly context: EvaluationContext;
  readonly runtime: 'VTL' | 'APPSYNC_JS';
  /** Stands for the resolver or function, so that calls of the same one can be batched. */
  readonly caller: object;
  /** Of the resolver or function; 0 for none. */
  readonly maxBatchSize: number;
  /** Calls gathered in this GraphQL request, for `BatchInvoke`. */
  readonly batches: Map<object, unknown>;
  readonly trace: (step: TraceStep) => void;
}

/** One data source of an API. `invoke` throws ResolverError for a request that AppSync itself refuses. */
export interface DataSource {
  readonly name: string;
  readonly type: string;
  readonly arn: string;
  invoke(request: unknown, call: DataSourceCall): Promise<DataSourceOutcome> | DataSourceOutcome;
}
