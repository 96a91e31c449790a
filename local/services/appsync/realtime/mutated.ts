import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql16';
import type { OperationDefinitionNode } from 'graphql16';
import type { CompiledApi } from '../compile.ts';
import { isObject } from '../data-sources/request.ts';
import type { PreparedDocument } from '../execution/documents.ts';
import type { GraphQLResult } from '../execution/execute.ts';
import type { AppSyncContext } from '../service-context.ts';
import { deliver } from './deliver.ts';
import { passesFilter } from './filter.ts';
import { eventPayload, fragmentsOf } from './payload.ts';
import type { SubscriptionRegistry } from './registry.ts';

/** AppSync's limit per request. */
const MAX_INVALIDATIONS = 5;

/** Fires the subscriptions of each mutation field that succeeded. */
export function fireSubscriptions(
  service: AppSyncContext,
  registry: SubscriptionRegistry,
  api: CompiledApi,
  prepared: PreparedDocument,
  operation: OperationDefinitionNode,
  result: GraphQLResult,
): void {
  const type = api.schema.getMutationType();
  if (!result.data || !type) return;
  const fragments = fragmentsOf(prepared.document.definitions);
  for (const node of rootFields(operation.selectionSet, fragments)) {
    const key = node.alias?.value ?? node.name.value;
    const value = result.data[key];
    const failed = result.errors?.some(({ path }) => path?.length === 1 && path[0] === key);
    const field = type.getFields()[node.name.value];
    if (value === null || value === undefined || failed || !field) continue;
    const targets = (api.subscriptions.get(field.name) ?? []).flatMap((name) =>
      registry.of(api.definition.id, name),
    );
    if (!targets.length) continue;
    const payload = eventPayload(api.schema, fragments, field.type, node.selectionSet, value);
    for (const one of targets) void service.cloud.tracker.track(deliver(service, api, one, payload));
  }
}

function rootFields(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  return set.selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one];
    const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
    return inner ? rootFields(inner.selectionSet, fragments) : [];
  });
}

/** Ends the subscriptions whose invalidation filter a payload of `invalidateSubscriptions` passes. */
export function invalidateSubscriptions(
  registry: SubscriptionRegistry,
  apiId: string,
  invalidations: readonly unknown[],
): void {
  for (const one of invalidations.slice(0, MAX_INVALIDATIONS)) {
    if (!isObject(one) || typeof one.subscriptionField !== 'string') continue;
    for (const subscription of registry.of(apiId, one.subscriptionField)) {
      const { invalidationFilter } = subscription;
      if (invalidationFilter && passesFilter(invalidationFilter, one.payload)) subscription.complete();
    }
  }
}
