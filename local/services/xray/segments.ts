import type { Bus } from '../../core/bus.ts';

/** A segment's or subsegment's document: https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html */
export interface SegmentDocument {
  readonly id: string;
  readonly trace_id: string;
  readonly parent_id?: string;
  readonly name: string;
  /** Seconds since the epoch. */
  readonly start_time: number;
  readonly end_time?: number;
  readonly [more: string]: unknown;
}

/** Reads a document; undefined for what is none. Its unfinished copies (`in_progress`) are none. */
export function parseSegment(text: string): SegmentDocument | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const document = (value ?? {}) as Partial<SegmentDocument>;
  const whole =
    typeof document.id === 'string' &&
    typeof document.trace_id === 'string' &&
    typeof document.name === 'string' &&
    typeof document.start_time === 'number' &&
    typeof document.end_time === 'number';
  return whole ? (document as SegmentDocument) : undefined;
}

/** The segments of one trace that the bus still has, in the order in which they began. */
export function segmentsOf(bus: Bus, traceId: string): SegmentDocument[] {
  return bus
    .recent('segment')
    .map(({ document }) => document as SegmentDocument)
    .filter(({ trace_id }) => trace_id === traceId)
    .toSorted((a, b) => a.start_time - b.start_time);
}
