import type { CloudContext } from '../../core/context.ts';
import type { IdentityPoolRegistry } from './registry.ts';
import type { IdentityStore } from './store.ts';

/** What every operation of this service works with. */
export interface Federation {
  readonly cloud: CloudContext;
  readonly registry: IdentityPoolRegistry;
  readonly store: IdentityStore;
}

/** By provider, a token of it. */
export type Logins = Readonly<Record<string, string>>;
