import type { CloudContext } from '../../core/context.ts';
import type { PoolRegistry } from './registry.ts';
import type { Store } from './store/index.ts';

/** What every operation of this service works with. */
export interface Idp {
  readonly cloud: CloudContext;
  readonly registry: PoolRegistry;
  readonly store: Store;
  /** Called after all data were dropped, for what the templates put there. */
  onReset(restore: () => void): void;
}
