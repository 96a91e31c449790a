import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { CloudContext, StreamReader, StreamRecord } from '../../../core/context.ts';
import type { FunctionRegistry } from '../functions.ts';
import type { RunFunction } from '../run.ts';
import { matchesPattern } from './filter.ts';
import type { Positions } from './positions.ts';

export interface MappingConfig {
  readonly id: string;
  readonly streamArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly startingPosition: string;
  readonly bisect: boolean;
  /** -1: until it succeeds. */
  readonly maximumRetries: number;
  readonly reportsItemFailures: boolean;
  /** Parsed filter patterns; a record passes when one fits. None given: all pass. */
  readonly patterns: readonly unknown[];
}

export interface Mapping {
  readonly config: MappingConfig;
  stop(): void;
}

/** Between attempts, as long as a function fails. AWS waits longer. */
const RETRY_DELAY_MS = 50;
const LONGEST_DELAY_MS = 5_000;

/** Reads a stream in order and gives it to a function batch by batch, a batch again until it succeeds or gives up. */
export function startMapping(
  cloud: CloudContext,
  registry: FunctionRegistry,
  runFunction: RunFunction,
  positions: Positions,
  config: MappingConfig,
): Mapping {
  const streams = cloud.service<StreamReader>('dynamodb');
  let stopped = false;
  let reading = false;
  let again = false;
  if (positions.get(config.id) === undefined) {
    const start = config.startingPosition === 'LATEST' ? streams.latestSequence(config.streamArn) : undefined;
    positions.set(config.id, start ?? null);
  }

  /** Runs until the stream is read; told of new records meanwhile, it looks once more. */
  async function read(): Promise<void> {
    again = true;
    if (reading) return;
    reading = true;
    try {
      while (again && !stopped) {
        again = false;
        while (!stopped && (await readBatch())) continue;
      }
    } finally {
      reading = false;
    }
  }

  async function readBatch(): Promise<boolean> {
    const after = positions.get(config.id) ?? undefined;
    const records = await streams.readStream(config.streamArn, after, config.batchSize);
    const last = records.at(-1);
    if (!last) return false;
    const fitting = records.filter(fits);
    if (fitting.length > 0) await deliver(fitting);
    if (!stopped) positions.set(config.id, last.dynamodb.SequenceNumber);
    return true;
  }

  function fits(record: StreamRecord): boolean {
    return (
      config.patterns.length === 0 ||
      config.patterns.some((pattern) => matchesPattern(pattern as never, record as never))
    );
  }

  async function deliver(records: readonly StreamRecord[]): Promise<void> {
    let left = records;
    for (let attempt = 0; !stopped; attempt += 1) {
      const failed = await attemptDelivery(left);
      if (failed.length === 0) return;
      left = failed;
      if (config.bisect && left.length > 1) {
        const middle = Math.ceil(left.length / 2);
        await deliver(left.slice(0, middle));
        return await deliver(left.slice(middle));
      }
      if (config.maximumRetries >= 0 && attempt >= config.maximumRetries) return discard(left);
      await delay(Math.min(RETRY_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS), undefined, { ref: false });
    }
  }

  /** What of the batch was not processed: all of it, or what follows the first failure that the function reports. */
  async function attemptDelivery(records: readonly StreamRecord[]): Promise<readonly StreamRecord[]> {
    const event = { Records: records.map((record) => ({ ...record, eventSourceARN: config.streamArn })) };
    const result = await runFunction(registry.get(config.functionName), JSON.stringify(event), randomUUID());
    if (result.functionError !== undefined) return records;
    if (!config.reportsItemFailures) return [];
    const answer = JSON.parse(result.payload) as { batchItemFailures?: { itemIdentifier: string }[] } | null;
    const reported = new Set((answer?.batchItemFailures ?? []).map((failure) => failure.itemIdentifier));
    const first = records.findIndex((record) => reported.has(record.dynamodb.SequenceNumber));
    return first === -1 ? [] : records.slice(first);
  }

  function discard(records: readonly StreamRecord[]): void {
    const line = `Gave up on ${records.length} stream record(s) after ${config.maximumRetries} retries, from ${records[0]?.dynamodb.SequenceNumber}`;
    const at = cloud.clock.now();
    cloud.bus.emit('functionLog', {
      at,
      functionName: config.functionName,
      requestId: config.id,
      stream: 'stderr',
      line,
    });
  }

  function start(): void {
    cloud.tracker.track(read()).catch((error: unknown) => {
      const at = cloud.clock.now();
      const line = `The event source mapping stopped: ${String(error)}`;
      cloud.bus.emit('functionLog', {
        at,
        functionName: config.functionName,
        requestId: config.id,
        stream: 'stderr',
        line,
      });
    });
  }

  const stopListening = streams.onStream(config.streamArn, start);
  start();
  return {
    config,
    stop() {
      stopped = true;
      stopListening();
    },
  };
}
