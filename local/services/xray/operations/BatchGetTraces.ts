import type { Bus } from '../../../core/bus.ts';
import type { Operation } from '../../../core/service.ts';
import { segmentsOf } from '../segments.ts';

/** https://docs.aws.amazon.com/xray/latest/api/API_BatchGetTraces.html */
export function batchGetTraces(bus: Bus): Operation<{ TraceIds: string[] }> {
  return {
    authorize: () => [{ action: 'xray:BatchGetTraces', resource: '*' }],
    run({ TraceIds }) {
      const found = TraceIds.map((id) => ({ id, segments: segmentsOf(bus, id) }));
      return {
        Traces: found
          .filter(({ segments }) => segments.length > 0)
          .map(({ id, segments }) => ({
            Id: id,
            Duration:
              Math.max(...segments.map(({ end_time = 0 }) => end_time)) - (segments[0]?.start_time ?? 0),
            Segments: segments.map((document) => ({ Id: document.id, Document: JSON.stringify(document) })),
          })),
        UnprocessedTraceIds: [],
      };
    },
  };
}
