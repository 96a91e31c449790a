import { randomUUID } from 'node:crypto';
import { nowSeconds, type Engine } from '../engine.ts';
import { streamArn } from '../tables/arn.ts';
import type { Table } from '../tables/definition.ts';
import type { Item } from '../values/attribute-value.ts';
import { equalItems } from '../values/compare.ts';
import { imagesOf, type StreamRecord } from './stream-record.ts';

/**
 * Adds a change to the table's stream, if it has one. A write that changes nothing leaves no record.
 * To be called in the transaction that makes the change.
 */
export function recordChange(
  engine: Engine,
  table: Table,
  change: { key: Item; old?: Item; next?: Item; userIdentity?: StreamRecord['userIdentity'] },
): void {
  const { key, old, next, userIdentity } = change;
  const stream = table.definition.Stream;
  if (!stream?.Enabled || (!old && !next) || (old && next && equalItems(old, next))) return;
  engine.streams.append(
    {
      eventID: randomUUID().replaceAll('-', ''),
      eventName: old ? (next ? 'MODIFY' : 'REMOVE') : 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: engine.cloud.region,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(nowSeconds(engine)),
        ...imagesOf(stream.ViewType, key, old, next),
        StreamViewType: stream.ViewType,
      },
      eventSourceARN: streamArn(engine.cloud, table)!,
      ...(userIdentity && { userIdentity }),
    },
    engine.cloud.clock.now(),
  );
}
