import type { CloudContext } from '../../core/context.ts';
import type { Catalog } from './store/catalog.ts';
import type { Database } from './store/database.ts';
import type { ItemStore } from './store/item-store.ts';
import type { RequestTokens } from './store/request-tokens.ts';
import type { StreamLog } from './streams/stream-log.ts';

/** What the operations work with. */
export interface Engine {
  readonly cloud: CloudContext;
  readonly database: Database;
  readonly catalog: Catalog;
  readonly items: ItemStore;
  readonly streams: StreamLog;
  readonly tokens: RequestTokens;
}

/** The time in seconds, as DynamoDB's answers have it. */
export function nowSeconds({ cloud }: Engine): number {
  return cloud.clock.now() / 1000;
}
