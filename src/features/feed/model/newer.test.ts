import { expect, test } from 'vitest';
import { makeActivity } from '../../../lib/data/testing.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { itemsOf, type ListData } from '../../../lib/data/pages.ts';
import { newestFirst, withNewer } from './newer.ts';

function crud(number: number): Activity {
  const createdAt = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
  return makeActivity(`${number}`, { createdAt });
}

const feed = (...pages: number[][]): ListData => ({
  pages: pages.map((numbers, index) => ({
    items: numbers.map(crud),
    cursor: index < pages.length - 1 ? `after ${numbers.at(-1)}` : null,
  })),
  pageParams: pages.map(() => null),
});
const ids = (data: ListData): number[] => itemsOf(data).map((item) => Number(item.id));

test('newer cruds go to the head in order, each once', () => {
  const changed = withNewer(feed([5, 4], [3, 2]), [crud(6), crud(8), crud(7), crud(7), crud(4)]);
  expect(ids(changed)).toEqual([8, 7, 6, 5, 4, 3, 2]);
  expect(changed.pages[0]!.cursor).toBe('after 4');
  expect(changed.pages[1]!.items).toHaveLength(2);
});

test('a feed that knows them all stays the same object, so that nothing is drawn again', () => {
  const data = feed([5, 4]);
  expect(withNewer(data, [crud(5)])).toBe(data);
  expect(withNewer(data, [])).toBe(data);
});

test('of one moment, the greater id comes first', () => {
  const [one, two] = [crud(1), makeActivity('2', { createdAt: crud(1).createdAt })];
  expect([one, two].sort(newestFirst).map((item) => item.id)).toEqual(['2', '1']);
});
