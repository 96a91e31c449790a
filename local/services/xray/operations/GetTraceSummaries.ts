import type { Bus } from '../../../core/bus.ts';
import type { Operation } from '../../../core/service.ts';
import { segmentsOf, type SegmentDocument } from '../segments.ts';

interface Input {
  /** Seconds since the epoch. */
  StartTime: number;
  EndTime: number;
}

/** Without filter expressions. https://docs.aws.amazon.com/xray/latest/api/API_GetTraceSummaries.html */
export function getTraceSummaries(bus: Bus): Operation<Input> {
  return {
    authorize: () => [{ action: 'xray:GetTraceSummaries', resource: '*' }],
    run({ StartTime, EndTime }) {
      const ids = new Set(
        bus
          .recent('segment')
          .map(({ document }) => document as SegmentDocument)
          .filter(({ start_time }) => start_time >= StartTime && start_time <= EndTime)
          .map(({ trace_id }) => trace_id),
      );
      return {
        TraceSummaries: [...ids].map((id) => {
          const segments = segmentsOf(bus, id);
          const end = Math.max(...segments.map(({ end_time = 0 }) => end_time));
          return {
            Id: id,
            Duration: end - (segments[0]?.start_time ?? 0),
            HasFault: segments.some(({ fault }) => fault === true),
            HasError: segments.some(({ error }) => error === true),
          };
        }),
      };
    },
  };
}
