import type { Tracker } from '../../../core/tracker.ts';
import type { StreamLog } from './stream-log.ts';
import type { StreamRecord } from './stream-record.ts';

/** Who reads a stream, and how: what a Lambda event source mapping says. */
export interface StreamSubscription {
  /** A stream's ARN. A table's ARN stands for the stream that the table has when the subscription begins. */
  readonly streamArn: string;
  /** Names the reader's position, which is kept over restarts. */
  readonly consumerId: string;
  /** How many records a call gets at most; 100 unless told. */
  readonly batchSize?: number;
  /** Where a reader begins that was not here before; TRIM_HORIZON, the oldest record, unless told. */
  readonly startingPosition?: 'TRIM_HORIZON' | 'LATEST';
  /**
   * The listener rejected. `retry` gives it the same records again, after a pause that grows to ten seconds; `skip`
   * goes on with the next ones. Must not throw.
   * @param attempt how often the listener got these records by now
   */
  onFailure(error: unknown, records: readonly StreamRecord[], attempt: number): 'retry' | 'skip';
}

/** Gets records in order; the next ones come when the promise has resolved. */
export type StreamListener = (records: readonly StreamRecord[]) => Promise<void>;

const BATCH_SIZE = 100;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/** One reader of a stream: each record at least once, in order, one batch at a time. */
export class StreamReader {
  private readonly log: StreamLog;
  private readonly tracker: Tracker;
  private readonly subscription: StreamSubscription;
  private readonly listener: StreamListener;
  private position: number;
  private attempts = 0;
  private running = false;
  /** Something was written since the last look at the log. */
  private woken = false;
  private stopped = false;
  private pause: NodeJS.Timeout | undefined;

  constructor(log: StreamLog, tracker: Tracker, subscription: StreamSubscription, listener: StreamListener) {
    this.log = log;
    this.tracker = tracker;
    this.subscription = subscription;
    this.listener = listener;
    const { streamArn, consumerId, startingPosition } = subscription;
    const saved = log.position(consumerId, streamArn);
    this.position = saved ?? (startingPosition === 'LATEST' ? log.end(streamArn) : 0);
    if (saved === undefined) log.savePosition(consumerId, streamArn, this.position);
  }

  /** Something was written, perhaps to this stream. */
  wake(): void {
    this.woken = true;
    if (this.running || this.stopped || this.pause) return;
    this.running = true;
    // Tracked from now on, so that whoever waits for the cloud to settle waits for what was just written.
    void this.tracker.track(this.deliver());
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.pause);
  }

  private async deliver(): Promise<void> {
    // Not within the write that woke us, and together with what is written in the same breath.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      while (this.woken && !this.stopped && !this.pause) {
        this.woken = false;
        while (await this.deliverBatch());
      }
    } finally {
      this.running = false;
    }
  }

  /** Answers whether to go on at once. */
  private async deliverBatch(): Promise<boolean> {
    if (this.stopped) return false;
    const { streamArn, batchSize = BATCH_SIZE } = this.subscription;
    const { records, position } = this.log.read(streamArn, this.position, batchSize);
    if (records.length === 0) return false;
    try {
      await this.listener(records);
    } catch (error) {
      this.attempts += 1;
      if (this.subscription.onFailure(error, records, this.attempts) === 'retry') {
        this.retryLater();
        return false;
      }
    }
    this.attempts = 0;
    this.position = position;
    if (this.stopped) return false;
    this.log.savePosition(this.subscription.consumerId, streamArn, position);
    return true;
  }

  /** The pause is not tracked: a listener that never succeeds must not keep the cloud from settling. */
  private retryLater(): void {
    if (this.stopped) return;
    const milliseconds = Math.min(FIRST_PAUSE_MS * 2 ** (this.attempts - 1), LONGEST_PAUSE_MS);
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.wake();
    }, milliseconds);
    this.pause.unref();
  }
}
