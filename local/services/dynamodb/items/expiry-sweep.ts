import type { Engine } from '../engine.ts';
import { keyOf } from '../keys/key-schema.ts';
import { EXPIRY_IDENTITY } from '../streams/stream-record.ts';
import type { Table } from '../tables/definition.ts';
import { replaceItem } from './execute-write.ts';

const BATCH = 500;
/** Times that lie further back are taken for mistakes, as on AWS: such items stay. */
const OLDEST_SECONDS = 5 * 365 * 24 * 60 * 60;

/**
 * Deletes the items whose time to live is over, and notes the deletions in the tables' streams as DynamoDB's own.
 * @returns how many were deleted
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
 */
export function sweepExpired(engine: Engine): number {
  let deleted = 0;
  for (const table of engine.catalog.all()) {
    if (table.definition.TimeToLiveAttribute === undefined) continue;
    for (let batch = BATCH; batch === BATCH; deleted += batch) batch = sweepBatch(engine, table);
  }
  return deleted;
}

function sweepBatch(engine: Engine, table: Table): number {
  const now = Math.floor(engine.cloud.clock.now() / 1000);
  const expired = engine.items.expired(table, now - OLDEST_SECONDS, now, BATCH);
  if (expired.length === 0) return 0;
  engine.database.transaction(() => {
    for (const item of expired) {
      replaceItem(engine, table, keyOf(item, table.key), item, undefined, EXPIRY_IDENTITY);
    }
  });
  return expired.length;
}
