import type { TraceStep } from '../../../core/bus.ts';
import type { FieldAuthorizer } from '../auth/authorize-field.ts';
import type { Caller } from '../auth/caller.ts';
import type { AppSyncError } from './errors.ts';

/** What one run of a GraphQL document carries along; graphql-js hands it to every field. */
export interface RequestContext {
  readonly caller: Caller;
  readonly authorizer: FieldAuthorizer;
  readonly headers: Readonly<Record<string, string>>;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly trace: TraceStep[];
  /** Errors that did not end their field. */
  readonly errors: AppSyncError[];
  /** For `BatchInvoke`. */
  readonly batches: Map<object, unknown>;
  /** Resolver runs that are left. */
  resolversLeft: number;
  /** A mutation's result is being delivered: fields are read from it, no resolver runs. */
  readonly delivering: boolean;
  /** From `setSubscriptionFilter` and `setSubscriptionInvalidationFilter`. */
  subscriptionFilter?: unknown;
  invalidationFilter?: unknown;
  /** From `invalidateSubscriptions`. */
  readonly invalidations: unknown[];
  /** From `util.http.addResponseHeaders`. */
  readonly responseHeaders: Record<string, string>;
}

/** AppSync's own limit of resolver runs in a request. */
const MAX_RESOLVERS = 10_000;

export function createRequestContext(
  parts: Pick<RequestContext, 'caller' | 'authorizer' | 'headers' | 'variables' | 'environment'>,
  resolverCountLimit: number,
  delivering = false,
): RequestContext {
  return {
    ...parts,
    trace: [],
    errors: [],
    batches: new Map(),
    resolversLeft: resolverCountLimit > 0 ? resolverCountLimit : MAX_RESOLVERS,
    delivering,
    invalidations: [],
    responseHeaders: {},
  };
}
