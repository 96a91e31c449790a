import { expect, test } from 'vitest';
import { currentTrace, inTrace, nextSegment, traceHeader } from './trace-context.ts';

const HEADER = 'Root=1-67891233-abcdef012345678912345678;Parent=463ac35c9f6413ad;Sampled=1';

test('a header’s trace is gone on with, in a segment of its own', () => {
  const trace = nextSegment(0, HEADER);
  expect(trace).toMatchObject({
    traceId: '1-67891233-abcdef012345678912345678',
    parentId: '463ac35c9f6413ad',
  });
  expect(trace.segmentId).not.toBe('463ac35c9f6413ad');
});

test('without one a trace begins, with the clock’s time in its id; what is called stands below it', async () => {
  const outer = nextSegment(1_700_000_000_000);
  expect(outer.traceId).toMatch(/^1-6553f100-[0-9a-f]{24}$/);
  await inTrace(outer, async () => {
    await Promise.resolve();
    expect(nextSegment(0)).toMatchObject({ traceId: outer.traceId, parentId: outer.segmentId });
  });
  expect(currentTrace()).toBeUndefined();
});

test('nonsense in a header begins a new trace; what goes out can be read again', () => {
  expect(nextSegment(0, 'Root=1-2;Parent=x').traceId).toMatch(/^1-00000000-/);
  const trace = nextSegment(0);
  expect(nextSegment(0, traceHeader(trace))).toMatchObject({
    traceId: trace.traceId,
    parentId: trace.segmentId,
  });
});
