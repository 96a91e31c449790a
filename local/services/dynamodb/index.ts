import type { CloudContext, StreamReader } from '../../core/context.ts';
import type { Engine } from './engine.ts';
import { inspectTables } from './inspect.ts';
import { sweepExpired } from './items/expiry-sweep.ts';
import { operations } from './operations/index.ts';
import { tableResource } from './resources/table-resource.ts';
import { Catalog } from './store/catalog.ts';
import { Database } from './store/database.ts';
import { ItemStore } from './store/item-store.ts';
import { RequestTokens } from './store/request-tokens.ts';
import { StreamLog } from './streams/stream-log.ts';
import { streamReader } from './streams/stream-reader.ts';

const SWEEP_INTERVAL_MS = 10_000;

/** DynamoDB on one SQLite file. Tables and items persist in the service's state folder. */
export function createDynamoDb(cloud: CloudContext): StreamReader {
  const database = new Database(cloud.stateFolder('dynamodb'));
  const engine: Engine = {
    cloud,
    database,
    catalog: new Catalog(database),
    items: new ItemStore(database),
    streams: new StreamLog(database),
    tokens: new RequestTokens(database),
  };
  const upkeep = (): void => {
    sweepExpired(engine);
    engine.streams.trim(cloud.clock.now());
  };
  const stopListening = cloud.clock.onAdvance(upkeep);
  let timer: NodeJS.Timeout | undefined;

  return {
    id: 'dynamodb',
    signingName: 'dynamodb',
    protocol: { kind: 'json', version: '1.0', targetPrefix: 'DynamoDB_20120810' },
    operations: operations(engine),
    resources: [tableResource(engine)],
    async start() {
      upkeep();
      timer = setInterval(upkeep, SWEEP_INTERVAL_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      stopListening();
      database.close();
    },
    async reset() {
      database.transaction(() => {
        for (const table of engine.catalog.all()) engine.items.clear(table);
        engine.streams.clear();
        engine.tokens.clear();
      });
    },
    inspect: async () => inspectTables(engine),
    ...streamReader(engine),
  };
}
