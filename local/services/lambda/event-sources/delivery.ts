import { setTimeout as delay } from 'node:timers/promises';
import type { CloudContext, StreamRecord } from '../../../core/context.ts';
import type { RunResult } from '../run.ts';
import type { MappingConfig } from './mapping.ts';

/** Between attempts, as long as a function fails. AWS waits longer. */
const RETRY_DELAY_MS = 50;
const LONGEST_DELAY_MS = 5_000;
/** So long a failure counts as work in flight; what fails on must not keep the cloud from settling. */
const TRACKED_ATTEMPTS = 5;
/** For so long a stream keeps its records. */
const RETENTION_SECONDS = 24 * 3600;

/**
 * Makes what gives a batch to a function until all of it is processed or given up, or the signal says stop: again after
 * a pause, in halves when the mapping bisects, from the first failure on when the function reports it.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export function createDelivery(
  cloud: CloudContext,
  invoke: (event: unknown) => Promise<RunResult>,
  config: MappingConfig,
  signal: AbortSignal,
): (records: readonly StreamRecord[]) => Promise<void> {
  return deliver;

  async function deliver(records: readonly StreamRecord[]): Promise<void> {
    let left = records;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      left = withoutExpired(left);
      const failed = left.length === 0 ? [] : await attemptDelivery(left);
      if (failed.length === 0) return;
      left = failed;
      if (config.bisect && left.length > 1) {
        const middle = Math.ceil(left.length / 2);
        await deliver(left.slice(0, middle));
        return await deliver(left.slice(middle));
      }
      if (config.maximumRetries >= 0 && attempt >= config.maximumRetries) {
        return log(`Gave up on ${describe(left)} after ${config.maximumRetries} retries`);
      }
      await pause(attempt);
    }
  }

  function withoutExpired(records: readonly StreamRecord[]): readonly StreamRecord[] {
    const age = config.maximumRecordAge < 0 ? RETENTION_SECONDS : config.maximumRecordAge;
    const oldest = cloud.clock.now() / 1000 - age;
    const fresh = records.filter(({ dynamodb }) => dynamodb.ApproximateCreationDateTime >= oldest);
    const expired = records.filter((record) => !fresh.includes(record));
    if (expired.length > 0) log(`Gave up on ${describe(expired)}, older than ${age} s`);
    return fresh;
  }

  async function pause(attempt: number): Promise<void> {
    const milliseconds = Math.min(RETRY_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS);
    const waiting = delay(milliseconds, undefined, { ref: false, signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    await (attempt < TRACKED_ATTEMPTS ? cloud.tracker.track(waiting) : waiting);
  }

  /** What of the batch was not processed. What can't even be invoked counts as failed. */
  async function attemptDelivery(records: readonly StreamRecord[]): Promise<readonly StreamRecord[]> {
    const Records = records.map((record) => ({ ...record, eventSourceARN: config.streamArn }));
    let result: RunResult;
    try {
      result = await invoke({ Records });
    } catch (error) {
      log(`The event source mapping could not invoke the function: ${String(error)}`);
      return records;
    }
    if (result.functionError !== undefined) return records;
    return config.reportsItemFailures ? unprocessed(records, JSON.parse(result.payload)) : [];
  }

  function log(line: string): void {
    cloud.bus.emit('functionLog', {
      at: cloud.clock.now(),
      functionName: config.functionName,
      requestId: config.id,
      stream: 'stderr',
      line,
    });
  }
}

/** What follows the first failure that the function reports; an answer that can't be read means all of it. */
function unprocessed(records: readonly StreamRecord[], answer: unknown): readonly StreamRecord[] {
  const failures = (answer as { batchItemFailures?: unknown } | null)?.batchItemFailures ?? [];
  if (!Array.isArray(failures)) return records;
  const reported = failures.map((one: { itemIdentifier?: unknown } | null) => one?.itemIdentifier);
  const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
  if (!reported.every((one) => typeof one === 'string' && numbers.includes(one))) return records;
  const first = numbers.findIndex((number) => reported.includes(number));
  return first === -1 ? [] : records.slice(first);
}

function describe(records: readonly StreamRecord[]): string {
  return `${records.length} stream record(s), from ${records[0]?.dynamodb.SequenceNumber}`;
}
