import { randomUUID } from 'node:crypto';
import type { CloudContext, StreamReader, StreamRecord } from '../../../core/context.ts';
import type { FunctionRegistry } from '../functions.ts';
import type { RunFunction } from '../run.ts';
import { createDelivery } from './delivery.ts';
import { matchesPattern } from './filter.ts';
import type { Positions } from './positions.ts';

export interface MappingConfig {
  readonly id: string;
  readonly streamArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly startingPosition: string;
  readonly bisect: boolean;
  /** -1: until it succeeds, or the record is too old. */
  readonly maximumRetries: number;
  /** Seconds after which a record that fails is given up; -1: the day for which a stream keeps it. */
  readonly maximumRecordAge: number;
  readonly reportsItemFailures: boolean;
  /** Parsed filter patterns; a record passes when one fits. None given: all pass. */
  readonly patterns: readonly unknown[];
}

export interface Mapping {
  readonly config: MappingConfig;
  stop(): void;
}

/**
 * Reads a stream in order and gives it to a function batch by batch, a batch again until it succeeds or gives up.
 * Held by the tracker while there is something to do. Throws AwsError for a stream that doesn't exist.
 */
export function startMapping(
  cloud: CloudContext,
  registry: FunctionRegistry,
  runFunction: RunFunction,
  positions: Positions,
  config: MappingConfig,
): Mapping {
  const streams = cloud.service<StreamReader>('dynamodb');
  const stopping = new AbortController();
  const invoke = (event: unknown): ReturnType<RunFunction> =>
    runFunction(registry.get(config.functionName), JSON.stringify(event), randomUUID(), { queue: true });
  const deliver = createDelivery(cloud, invoke, config, stopping.signal);
  let reading = false;
  let again = false;
  if (positions.get(config.id) === undefined) {
    const start = config.startingPosition === 'LATEST' ? streams.latestSequence(config.streamArn) : undefined;
    positions.set(config.id, start ?? null);
  }

  /** Runs until the stream is read; told of new records meanwhile, it looks once more. */
  async function read(): Promise<void> {
    // Not within the write that woke us, and together with what is written in the same breath.
    await cloud.tracker.track(new Promise((resolve) => setImmediate(resolve)));
    try {
      while (again && !stopping.signal.aborted) {
        again = false;
        while (await readBatch()) continue;
      }
    } finally {
      reading = false;
    }
  }

  /** Whether there was one. */
  async function readBatch(): Promise<boolean> {
    if (stopping.signal.aborted) return false;
    const after = positions.get(config.id) ?? undefined;
    const records = streams.readStream(config.streamArn, after, config.batchSize);
    const last = records.at(-1);
    if (!last) return false;
    const fitting = records.filter(fits);
    if (fitting.length > 0) await deliver(fitting);
    // What was not delivered whole, because of a stop, comes again after the next start.
    if (!stopping.signal.aborted) positions.set(config.id, last.dynamodb.SequenceNumber);
    return true;
  }

  function fits(record: StreamRecord): boolean {
    return (
      config.patterns.length === 0 ||
      config.patterns.some((pattern) => matchesPattern(pattern as never, record as never))
    );
  }

  function wake(): void {
    again = true;
    if (reading || stopping.signal.aborted) return;
    reading = true;
    read().catch((error: unknown) => {
      cloud.bus.emit('functionLog', {
        at: cloud.clock.now(),
        functionName: config.functionName,
        requestId: config.id,
        stream: 'stderr',
        line: `The event source mapping waits for the next record: ${String(error)}`,
      });
    });
  }

  const stopListening = streams.onStream(config.streamArn, wake);
  wake();
  return {
    config,
    stop() {
      stopping.abort();
      stopListening();
    },
  };
}
