import { createSocket } from 'node:dgram';
import { describe, expect, it } from 'vitest';
import { createTestContext, type TestContext } from '../../core/testing.ts';
import { createXRay } from './index.ts';

const TRACE = '1-67891233-abcdef012345678912345678';
const segment = (more: object = {}): string =>
  JSON.stringify({
    id: '463ac35c9f6413ad',
    trace_id: TRACE,
    name: 'f',
    start_time: 1_737_036_339.1,
    end_time: 1_737_036_339.4,
    ...more,
  });

async function started(cloud: TestContext) {
  const xray = cloud.register(createXRay(cloud));
  await xray.start!();
  const call = (operation: string, input: object): Promise<any> =>
    cloud.call({ kind: 'developer' }, 'xray', operation, input);
  return { xray, call };
}

describe('traces', () => {
  it('hold what functions send to the daemon', async () => {
    await using cloud = createTestContext();
    const { xray, call } = await started(cloud);
    const arrived = new Promise((resolve) => cloud.bus.on('segment', resolve));
    const [host, port] = xray.daemonAddress().split(':');
    const socket = createSocket('udp4');
    socket.send(`{"format":"json","version":1}\n${segment()}`, Number(port), host);
    await arrived;
    socket.close();
    const { Traces } = await call('BatchGetTraces', {
      TraceIds: [TRACE, '1-00000000-000000000000000000000000'],
    });
    expect(Traces).toHaveLength(1);
    expect(Traces[0]).toMatchObject({ Id: TRACE, Duration: expect.closeTo(0.3) });
    expect(JSON.parse(Traces[0].Segments[0].Document)).toMatchObject({ name: 'f' });
  });

  it('take segments over HTTP, say which are no segments, and sum up', async () => {
    await using cloud = createTestContext();
    const { call } = await started(cloud);
    const { UnprocessedTraceSegments } = await call('PutTraceSegments', {
      TraceSegmentDocuments: [segment({ fault: true }), 'x', '{}', segment({ end_time: undefined })],
    });
    expect(UnprocessedTraceSegments).toHaveLength(3);
    const { TraceSummaries } = await call('GetTraceSummaries', { StartTime: 0, EndTime: 2_000_000_000 });
    expect(TraceSummaries).toEqual([
      { Id: TRACE, Duration: expect.closeTo(0.3), HasFault: true, HasError: false },
    ]);
  });
});
