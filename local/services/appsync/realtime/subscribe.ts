import { randomUUID } from 'node:crypto';
import { type FieldNode, getVariableValues, Kind } from 'graphql16';
import { AwsError } from '../../../core/errors.ts';
import { createFieldAuthorizer } from '../auth/authorize-field.ts';
import type { Caller } from '../auth/caller.ts';
import type { CompiledApi } from '../compile.ts';
import { chooseOperation, type PreparedDocument } from '../execution/documents.ts';
import { runOperation } from '../execution/execute.ts';
import { createRequestContext } from '../execution/request-context.ts';
import { variablesOf } from '../http/parse-request.ts';
import type { AppSyncContext } from '../service-context.ts';
import { filterArguments } from './arguments-filter.ts';
import { readFilter } from './filter.ts';
import type { Subscription } from './registry.ts';

/** A refusal of a subscription, with the entries of `payload.errors`. */
export class SubscriptionRefused extends Error {
  override readonly name = 'SubscriptionRefused';
  readonly errors: readonly object[];

  constructor(errors: readonly object[]) {
    super('The subscription was refused.');
    this.errors = errors;
  }
}

export interface StartRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

/** Reads a start message's `payload.data`, JSON text. Throws SubscriptionRefused. */
export function readStart(data: unknown): StartRequest {
  let parsed: unknown;
  try {
    parsed = JSON.parse(String(data));
  } catch {
    parsed = undefined;
  }
  const { query, variables, operationName } = (parsed ?? {}) as Record<string, unknown>;
  if (typeof query !== 'string') throw unsupported('unknown');
  const name = typeof operationName === 'string' ? operationName : undefined;
  return { query, variables: variablesOf(variables), operationName: name };
}

/**
 * Checks a subscription and runs its resolver, whose handlers may refuse it or set filters; what the resolver
 * returns is not sent. Throws SubscriptionRefused.
 */
export async function subscribe(
  service: AppSyncContext,
  api: CompiledApi,
  start: StartRequest,
  caller: Caller,
  headers: Readonly<Record<string, string>>,
): Promise<Omit<Subscription, 'id' | 'send' | 'complete'>> {
  const prepared = prepare(api, start);
  const operation = chooseOperation(prepared, start.operationName);
  if (operation.operation !== 'subscription') throw unsupported(operation.operation);
  const node = operation.selectionSet.selections.find((one): one is FieldNode => one.kind === Kind.FIELD);
  const field = node && api.schema.getSubscriptionType()?.getFields()[node.name.value];
  if (!node || !field) throw unsupported('unknown');

  const { definition } = api;
  const authorizer = createFieldAuthorizer(service.cloud, definition.arn, caller);
  const { variables } = start;
  const parts = { caller, authorizer, headers, variables, environment: definition.environment };
  const context = createRequestContext(parts, definition.resolverCountLimit);
  const begin = performance.now();
  const { errors = [] } = await runOperation(api, prepared, operation, context);
  service.cloud.bus.emit('graphql', {
    at: service.cloud.clock.now(),
    requestId: randomUUID(),
    operation: start.operationName ?? field.name,
    query: start.query,
    variables,
    authMode: caller.mode,
    durationMs: performance.now() - begin,
    errors: [...errors, ...authorizer.denials.map((message) => ({ errorType: 'IAM', message }))],
    trace: context.trace,
  });
  // Errors without a type are about completing the resolver's value, which nobody gets.
  const refusals = errors.filter(
    ({ path, errorType }) => path === null || (path.length === 1 && errorType !== undefined),
  );
  if (refusals.length) {
    throw new SubscriptionRefused(
      refusals.map(({ errorType, message }) => (errorType ? { errorType, message } : { message })),
    );
  }
  const { coerced = {} } = getVariableValues(api.schema, operation.variableDefinitions ?? [], variables);
  return {
    apiId: definition.id,
    field: field.name,
    query: start.query,
    operationName: start.operationName,
    variables,
    arguments: filterArguments(field, node, coerced),
    caller,
    headers,
    filter: readFilter(context.subscriptionFilter),
    invalidationFilter: readFilter(context.invalidationFilter),
  };
}

function prepare(api: CompiledApi, { query }: StartRequest): PreparedDocument {
  try {
    const prepared = api.documents.prepare(query);
    if (!prepared.errors.length) return prepared;
    throw new SubscriptionRefused(prepared.errors.map(({ message }) => ({ message })));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw new SubscriptionRefused([{ errorType: error.code, message: error.message }]);
  }
}

function unsupported(operation: string): SubscriptionRefused {
  const message = `${operation} not supported through the realtime channel`;
  return new SubscriptionRefused([{ errorType: 'UnsupportedOperation', message }]);
}
