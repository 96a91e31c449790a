import type { CloudContext } from '../../core/context.ts';
import type { AwsService } from '../../core/service.ts';
import { createDaemon } from './daemon.ts';
import { batchGetTraces } from './operations/BatchGetTraces.ts';
import { getTraceSummaries } from './operations/GetTraceSummaries.ts';
import { putTraceSegments } from './operations/PutTraceSegments.ts';
import { parseSegment } from './segments.ts';

/** What X-Ray offers to Lambda beside its wire operations. */
export interface XRay extends AwsService {
  /** For a function's `AWS_XRAY_DAEMON_ADDRESS`. */
  daemonAddress(): string;
}

/** AWS X-Ray: the newest segments of traces, from services and from functions. */
export function createXRay(cloud: CloudContext): XRay {
  const take = (text: string): boolean => {
    const document = parseSegment(text);
    if (document) cloud.bus.emit('segment', { at: cloud.clock.now(), document });
    return document !== undefined;
  };
  const daemon = createDaemon(take);
  return {
    id: 'xray',
    signingName: 'xray',
    protocol: {
      kind: 'rest-json',
      paths: {
        '/Traces': 'BatchGetTraces',
        '/TraceSummaries': 'GetTraceSummaries',
        '/TraceSegments': 'PutTraceSegments',
      },
    },
    operations: {
      BatchGetTraces: batchGetTraces(cloud.bus),
      GetTraceSummaries: getTraceSummaries(cloud.bus),
      PutTraceSegments: putTraceSegments(take),
    },
    resources: [],
    daemonAddress: () => daemon.address(),
    start: () => daemon.start(),
    stop: () => daemon.stop(),
  };
}
