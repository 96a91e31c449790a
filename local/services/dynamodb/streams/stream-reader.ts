import type { StreamReader } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import type { Engine } from '../engine.ts';
import { streamArn } from '../tables/arn.ts';
import { positionOf, sequenceNumber } from './stream-log.ts';

/**
 * The streams as event source mappings read them. Whoever reads keeps its own position, as GetRecords' callers do.
 * Each throws AwsError ResourceNotFoundException for a stream that no table has.
 */
export function streamReader(
  engine: Engine,
): Pick<StreamReader, 'readStream' | 'latestSequence' | 'onStream'> {
  const { streams } = engine;
  return {
    readStream(arn, after, limit) {
      requireStream(engine, arn);
      return streams.read(arn, after === undefined ? 0 : positionOf(after), limit);
    },
    latestSequence(arn) {
      requireStream(engine, arn);
      const end = streams.end(arn);
      return end === undefined ? undefined : sequenceNumber(end);
    },
    onStream(arn, listener) {
      requireStream(engine, arn);
      return streams.onAppended(arn, listener);
    },
  };
}

/** A stream that was switched off can still be read for a day, as long as it is its table's newest. */
function requireStream(engine: Engine, arn: string): void {
  if (engine.catalog.all().some((table) => streamArn(engine.cloud, table) === arn)) return;
  throw new AwsError('ResourceNotFoundException', `Requested resource not found: Stream: ${arn} not found`);
}
