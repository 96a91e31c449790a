import type { Operation } from '../../../core/service.ts';

/** https://docs.aws.amazon.com/xray/latest/api/API_PutTraceSegments.html */
export function putTraceSegments(
  take: (document: string) => boolean,
): Operation<{ TraceSegmentDocuments: string[] }> {
  return {
    authorize: () => [{ action: 'xray:PutTraceSegments', resource: '*' }],
    run: ({ TraceSegmentDocuments }) => ({
      UnprocessedTraceSegments: TraceSegmentDocuments.filter((document) => !take(document)).map(() => ({
        ErrorCode: 'ParseError',
        Message: 'Invalid segment. ErrorCode: ParseError',
      })),
    }),
  };
}
