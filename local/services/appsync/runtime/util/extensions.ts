import { notCovered } from '../../../../core/errors.ts';
import type { RunHolder } from './run.ts';

/** `extensions` (JS) and `$extensions` (VTL): what a resolver tells the subscription machinery. */
export function createExtensions(holder: RunHolder): Record<string, (value?: unknown) => void> {
  return {
    setSubscriptionFilter: (filter) => {
      holder.current().subscriptionFilter = filter ?? undefined;
    },
    setSubscriptionInvalidationFilter: (filter) => {
      holder.current().invalidationFilter = filter ?? undefined;
    },
    invalidateSubscriptions: (invalidation) => {
      holder.current().invalidations.push(invalidation);
    },
    evictFromApiCache: () => {
      throw notCovered('extensions.evictFromApiCache (server-side caching)');
    },
  };
}
