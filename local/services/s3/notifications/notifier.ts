import { setTimeout as delay } from 'node:timers/promises';
import type { CloudContext, FunctionInvoker } from '../../../core/context.ts';
import { bucketArn, type Bucket } from '../store/buckets.ts';
import type { Database } from '../store/database.ts';
import type { ObjectVersion } from '../store/object-version.ts';
import { eventMessage, type EventSource } from './event-record.ts';
import { wants, type EventName } from './rules.ts';

export interface Notifier {
  /** Notes who is to be told, in the transaction of the change itself; answers what to `deliver` after it. */
  record(bucket: Bucket, event: EventName, version: ObjectVersion, source: EventSource): readonly number[];
  /** Tells the functions, in the background. */
  deliver(events: readonly number[]): void;
  /** Delivers what a stopped process still had to say about a bucket. */
  resume(bucket: string): void;
  /** Ends deliveries after the attempt that is running; what isn't delivered yet comes after the next start. */
  stop(): void;
}

interface EventRow {
  readonly id: number;
  readonly bucket: string;
  readonly function_arn: string;
  readonly payload: string;
}

/** Lambda tries an asynchronous event three times, a minute and two apart; here nobody needs to wait. */
const ATTEMPTS = 3;
const RETRY_DELAY_MS = 20;

/**
 * Event notifications. Events are written down together with the change that causes them and crossed out after
 * delivery, so that each one arrives at least once, as on AWS, also when the process is killed between the two.
 */
export function createNotifier(cloud: CloudContext, database: Database): Notifier {
  const running = new Set<number>();
  let stopped = false;

  async function run(event: EventRow): Promise<void> {
    const outcome = await attempt(event);
    if (outcome === 'stopped') return;
    if (outcome !== undefined) report(event, outcome);
    if (!stopped) database.run('DELETE FROM events WHERE id = ?', event.id);
  }

  /** Undefined when the function took it; otherwise why it didn't, after all attempts. */
  async function attempt(event: EventRow): Promise<string | undefined> {
    let problem = '';
    for (let count = 0; count < ATTEMPTS; count += 1) {
      if (count > 0) await delay(RETRY_DELAY_MS);
      if (stopped) return 'stopped';
      try {
        const { functionError, payload } = await cloud.service<FunctionInvoker>('lambda').invokeFunction({
          functionArn: event.function_arn,
          payload: JSON.parse(event.payload),
          principal: { kind: 'service', service: 's3.amazonaws.com', sourceArn: bucketArn(event.bucket) },
        });
        if (functionError === undefined) return undefined;
        problem = `${functionError}: ${JSON.stringify(payload)}`;
      } catch (error) {
        problem = String(error);
      }
    }
    return problem;
  }

  /** A function's own log says what went wrong inside it; that an event was given up stands beside it. */
  function report({ function_arn: arn, bucket }: EventRow, problem: string): void {
    const functionName = arn.split(':')[6] ?? arn;
    const line = `An event of the bucket ${bucket} was given up after ${ATTEMPTS} attempts. ${problem}`;
    cloud.bus.emit('functionLog', {
      at: cloud.clock.now(),
      functionName,
      requestId: '',
      stream: 'stderr',
      line,
    });
  }

  function start(events: readonly EventRow[]): void {
    for (const event of events) {
      if (running.has(event.id) || stopped) continue;
      running.add(event.id);
      void cloud.tracker.track(run(event).finally(() => running.delete(event.id)));
    }
  }

  return {
    record(bucket, event, version, source) {
      const rules = [...bucket.config.notifications.values()].flat();
      return rules
        .filter((rule) => wants(rule, event, version.key))
        .map((rule) => {
          const payload = JSON.stringify(eventMessage(cloud, bucket, rule, event, version, source));
          return database.run(
            'INSERT INTO events (bucket, function_arn, payload) VALUES (?, ?, ?)',
            bucket.name,
            rule.functionArn,
            payload,
          ).lastId;
        });
    },
    deliver(events) {
      start(events.flatMap((id) => database.all<EventRow>('SELECT * FROM events WHERE id = ?', id)));
    },
    resume: (bucket) =>
      start(database.all<EventRow>('SELECT * FROM events WHERE bucket = ? ORDER BY id', bucket)),
    stop() {
      stopped = true;
    },
  };
}
