import { createFieldAuthorizer } from '../auth/authorize-field.ts';
import type { CompiledApi } from '../compile.ts';
import { chooseOperation } from '../execution/documents.ts';
import { runOperation } from '../execution/execute.ts';
import { createRequestContext } from '../execution/request-context.ts';
import type { AppSyncContext } from '../service-context.ts';
import { passesArguments } from './arguments-filter.ts';
import { passesFilter } from './filter.ts';
import type { Subscription } from './registry.ts';

/** Sends an event to one subscriber, if its filter or arguments let it through, with the subscriber's own rights. */
export async function deliver(
  service: AppSyncContext,
  api: CompiledApi,
  subscription: Subscription,
  payload: unknown,
): Promise<void> {
  const { filter, caller, headers, variables, field, query, operationName } = subscription;
  const passes = filter ? passesFilter(filter, payload) : passesArguments(subscription.arguments, payload);
  if (!passes) return;
  const prepared = api.documents.prepare(query);
  if (prepared.errors.length) {
    // The schema changed since it subscribed: tell it instead of staying silent for ever.
    subscription.send({ id: subscription.id, type: 'error', payload: { errors: prepared.errors } });
    return;
  }
  const { definition } = api;
  const authorizer = createFieldAuthorizer(service.cloud, definition.arn, caller);
  const parts = { caller, authorizer, headers, variables, environment: definition.environment };
  const context = createRequestContext(parts, 0, true);
  const operation = chooseOperation(prepared, operationName);
  const result = await runOperation(api, prepared, operation, context, { [field]: payload });
  subscription.send({ id: subscription.id, type: 'data', payload: result });
}
