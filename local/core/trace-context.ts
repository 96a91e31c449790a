import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/**
 * The trace that what runs now belongs to, as AWS hands it from service to service: in `X-Amzn-Trace-Id`.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
 */
export interface Trace {
  /** `1-<seconds in hex>-<24 hex digits>` */
  readonly traceId: string;
  /** The segment in which it runs. */
  readonly segmentId: string;
  /** The segment that called that one. */
  readonly parentId?: string;
}

const storage = new AsyncLocalStorage<Trace>();

export function currentTrace(): Trace | undefined {
  return storage.getStore();
}

/**
 * A segment of its own: in the trace that a header names or, without one, in the trace that runs now, else in a new one.
 * @param now the local cloud's clock, in milliseconds
 */
export function nextSegment(now: number, header?: string): Trace {
  const segmentId = randomBytes(8).toString('hex');
  const given = header === undefined ? undefined : parseTraceHeader(header);
  if (given) return { ...given, segmentId };
  const current = currentTrace();
  if (current) return { traceId: current.traceId, segmentId, parentId: current.segmentId };
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  return { traceId: `1-${seconds}-${randomBytes(12).toString('hex')}`, segmentId };
}

/** Runs `work`, and all that it calls, in a segment. */
export function inTrace<Result>(trace: Trace, work: () => Result): Result {
  return storage.run(trace, work);
}

/** Every request is sampled here. */
export function traceHeader({ traceId, segmentId }: Trace): string {
  return `Root=${traceId};Parent=${segmentId};Sampled=1`;
}

function parseTraceHeader(header: string): Pick<Trace, 'traceId' | 'parentId'> | undefined {
  const traceId = /Root=(1-[0-9a-f]{8}-[0-9a-f]{24})/.exec(header)?.[1];
  const parentId = /Parent=([0-9a-f]{16})/.exec(header)?.[1];
  return traceId === undefined ? undefined : { traceId, ...(parentId !== undefined && { parentId }) };
}
