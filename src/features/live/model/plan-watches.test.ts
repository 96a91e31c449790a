import { expect, test } from 'vitest';
import { planWatches, WATCHES_MAX } from './plan-watches.ts';

const ids = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `${from + index}`);

test('five cruds share a subscription', () => {
  expect(planWatches([], ids(0, 7))).toEqual([ids(0, 5), ids(5, 7)]);
  expect(planWatches([], [])).toEqual([]);
});

test('scrolling a little leaves what is open, and adds what came into view', () => {
  const open = planWatches([], ids(0, 7));
  const next = planWatches(open, ids(3, 9));
  expect(next[0]).toBe(open[0]);
  expect(next[1]).toBe(open[1]);
  expect(next[2]).toEqual(ids(7, 9));
});

test('what shows nothing any more is closed', () => {
  expect(planWatches(planWatches([], ids(0, 7)), ids(5, 9))).toEqual([ids(5, 7), ids(7, 9)]);
});

test('there are never too many, nor more than the window needs', () => {
  let open = planWatches([], ids(0, 8));
  for (let top = 0; top < 60; top += 1) {
    open = planWatches(open, ids(top, top + 8));
    expect(open.length).toBeLessThanOrEqual(WATCHES_MAX);
    expect(new Set(open.flat())).toEqual(expect.objectContaining({ size: open.flat().length }));
    for (const id of ids(top, top + 8)) expect(open.flat()).toContain(id);
  }
  expect(planWatches([], ids(0, 100)).flat()).toHaveLength(WATCHES_MAX * 5);
});
