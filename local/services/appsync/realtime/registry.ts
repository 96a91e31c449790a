import type { Caller } from '../auth/caller.ts';
import type { SubscriptionFilter } from './filter.ts';

/** A subscription that was acknowledged. */
export interface Subscription {
  readonly id: string;
  readonly apiId: string;
  /** The subscription's root field. */
  readonly field: string;
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Record<string, unknown>;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  readonly headers: Readonly<Record<string, string>>;
  readonly filter?: SubscriptionFilter;
  readonly invalidationFilter?: SubscriptionFilter;
  send(message: unknown): void;
  /** The server ends it. */
  complete(): void;
}

/** All subscriptions, found by API and field. */
export interface SubscriptionRegistry {
  add(subscription: Subscription): void;
  remove(subscription: Subscription): void;
  of(apiId: string, field: string): readonly Subscription[];
}

export function createSubscriptionRegistry(): SubscriptionRegistry {
  const byField = new Map<string, Set<Subscription>>();
  const key = (apiId: string, field: string): string => `${apiId}.${field}`;
  return {
    add(subscription) {
      const at = key(subscription.apiId, subscription.field);
      const set = byField.get(at) ?? new Set();
      byField.set(at, set.add(subscription));
    },
    remove: (subscription) => byField.get(key(subscription.apiId, subscription.field))?.delete(subscription),
    of: (apiId, field) => [...(byField.get(key(apiId, field)) ?? [])],
  };
}
