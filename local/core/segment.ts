import type { CloudContext } from './context.ts';
import type { Trace } from './trace-context.ts';

export interface Segment {
  readonly name: string;
  /** The resource type: `AWS::Lambda::Function`. */
  readonly origin: string;
  /** It ends now. */
  readonly durationMs: number;
  /** The service's fault, or the caller's. */
  readonly fault?: boolean;
  readonly error?: boolean;
  /** Further members of the document: `annotations`, `aws`, `http`. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Tells of what a service did within a trace. */
export function emitSegment(
  cloud: Pick<CloudContext, 'bus' | 'clock'>,
  trace: Trace,
  segment: Segment,
): void {
  const { name, origin, durationMs, fault, error, more } = segment;
  const end = cloud.clock.now() / 1000;
  cloud.bus.emit('segment', {
    at: cloud.clock.now(),
    document: {
      id: trace.segmentId,
      trace_id: trace.traceId,
      ...(trace.parentId !== undefined && { parent_id: trace.parentId }),
      name,
      origin,
      start_time: end - durationMs / 1000,
      end_time: end,
      ...(fault && { fault }),
      ...(error && { error }),
      ...more,
    },
  });
}
