import type { CloudContext } from '../../core/context.ts';
import { LocalCloudError } from '../../core/errors.ts';
import type { AwsService } from '../../core/service.ts';
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
import { StreamReader, type StreamListener, type StreamSubscription } from './streams/subscriptions.ts';
import { streamArn, tableArn } from './tables/arn.ts';

export type { StreamRecord } from './streams/stream-record.ts';
export type { StreamListener, StreamSubscription } from './streams/subscriptions.ts';

const SWEEP_INTERVAL_MS = 10_000;

export interface DynamoDbService extends AwsService {
  /**
   * Gives a listener the records of a stream: each at least once, in order, also what was written while nobody
   * listened. Held by the cloud's tracker. Returns a function that stops it. Throws LocalCloudError for a table
   * without a stream.
   */
  onStreamRecords(subscription: StreamSubscription, listener: StreamListener): () => void;
}

/** DynamoDB on one SQLite file. Tables and items persist in the service's state folder. */
export function createDynamoDb(cloud: CloudContext): DynamoDbService {
  const database = new Database(cloud.stateFolder('dynamodb'));
  const engine: Engine = {
    cloud,
    database,
    catalog: new Catalog(database),
    items: new ItemStore(database),
    streams: new StreamLog(database),
    tokens: new RequestTokens(database),
  };
  const readers = new Set<StreamReader>();
  database.onCommit(() => {
    for (const reader of readers) reader.wake();
  });
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
      for (const reader of readers) reader.stop();
      readers.clear();
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
    onStreamRecords(subscription, listener) {
      const resolved = { ...subscription, streamArn: resolveStream(engine, subscription.streamArn) };
      const reader = new StreamReader(engine.streams, cloud.tracker, resolved, listener);
      readers.add(reader);
      reader.wake();
      return () => {
        reader.stop();
        readers.delete(reader);
      };
    },
  };
}

function resolveStream(engine: Engine, arn: string): string {
  for (const table of engine.catalog.all()) {
    const stream = streamArn(engine.cloud, table);
    if (stream && (arn === stream || arn === tableArn(engine.cloud, table.definition.TableName)))
      return stream;
  }
  throw new LocalCloudError(
    'NoStream',
    `There is no stream ${arn}.`,
    'Give the table a StreamSpecification, and read its newest stream.',
  );
}
