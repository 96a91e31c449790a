/** Who is asking, as AppSync gives it to resolvers; null for API keys. */
export type Identity = Readonly<Record<string, unknown>> | null;

/** What a request or response handler sees as `ctx` (JS) or `$context` (VTL). */
export interface EvaluationContext {
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly identity: Identity;
  readonly source: unknown;
  readonly request: {
    readonly headers: Readonly<Record<string, string>>;
    readonly domainName: string | null;
  };
  readonly info: {
    readonly fieldName: string;
    readonly parentTypeName: string;
    readonly variables: Readonly<Record<string, unknown>>;
    /** Paths joined by `/`, as AppSync gives them. */
    readonly selectionSetList: readonly string[];
    readonly selectionSetGraphQL: string;
  };
  /** Shared by all handlers of one field; changed in place. */
  readonly stash: Record<string, unknown>;
  /** The API's environment variables. */
  readonly env: Readonly<Record<string, string>>;
  /** The pipeline's previous function's result. */
  readonly prev?: { readonly result: unknown };
  /** In response handlers: what the data source answered. */
  readonly result?: unknown;
  /** In response handlers: how the data source failed. */
  readonly error?: { readonly message: string; readonly type: string };
}

/** An error in AppSync's shape, without path and locations. */
export interface ResolverErrorShape {
  readonly message: string;
  readonly errorType: string | null;
  readonly data: unknown;
  readonly errorInfo: unknown;
}

/** What `util.error`, `util.unauthorized` and a failure inside a handler throw. */
export class ResolverError extends Error implements ResolverErrorShape {
  override readonly name = 'ResolverError';
  readonly errorType: string | null;
  readonly data: unknown;
  readonly errorInfo: unknown;

  constructor(
    message: string,
    errorType: string | null = null,
    data: unknown = null,
    errorInfo: unknown = null,
  ) {
    super(message);
    this.errorType = errorType;
    this.data = data;
    this.errorInfo = errorInfo;
  }
}

/** What one run of a handler gave. Fatal errors are thrown as ResolverError. */
export interface Evaluation {
  /** Request handlers: the data source's request. Response handlers: the result. */
  readonly value: unknown;
  /** `#return` or `runtime.earlyReturn`: skip the data source (and with `skipTo: 'END'` the rest of the pipeline). */
  readonly earlyReturn?: { readonly skipTo: 'NEXT' | 'END' };
  /** From `util.appendError`. */
  readonly appendedErrors: readonly ResolverErrorShape[];
  /** From `extensions.setSubscriptionFilter`, in the enhanced filter's JSON shape (`filterGroup`). */
  readonly subscriptionFilter?: unknown;
  /** From `extensions.setSubscriptionInvalidationFilter`. */
  readonly invalidationFilter?: unknown;
  /** From `extensions.invalidateSubscriptions`. */
  readonly invalidations?: readonly unknown[];
  /** From `util.http.addResponseHeader(s)`: headers for the HTTP response of the GraphQL request. */
  readonly responseHeaders?: Readonly<Record<string, string>>;
  /** Lines that `console.log` / `$util.log` wrote. */
  readonly logs: readonly string[];
}

/** A compiled resolver or pipeline function: one of the VTL or APPSYNC_JS engines. */
export interface Evaluator {
  request(context: EvaluationContext): Evaluation;
  response(context: EvaluationContext): Evaluation;
}
