import { expect, test } from 'vitest';
import type { Activity } from '../../../lib/data/types.ts';
import { itemsOf, newestFirst, startingWith, without, withNewer, type FeedData } from './feed.ts';

const author = { id: 'a', handle: 'ada', displayName: 'Ada', createdAt: '' };

function crud(number: number): Activity {
  const createdAt = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
  return { id: `${number}`, clientId: `c${number}`, message: '', createdAt, expiresAt: '2027-01-01', author };
}

const feed = (...pages: number[][]): FeedData => ({
  pages: pages.map((numbers, index) => ({
    items: numbers.map(crud),
    cursor: index < pages.length - 1 ? `after ${numbers.at(-1)}` : null,
  })),
  pageParams: pages.map(() => null),
});
const ids = (data: FeedData): number[] => itemsOf(data).map((item) => Number(item.id));

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

test('a page that shifted under its cursor shows no crud twice', () => {
  expect(ids(feed([5, 4], [4, 3]))).toEqual([5, 4, 3]);
});

test('the same client id of two people is two cruds', () => {
  const others: Activity = { ...crud(1), id: 'other', author: { ...author, id: 'b' } };
  expect(itemsOf(startingWith({ items: [crud(1), others], cursor: null }))).toHaveLength(2);
});

test('removing keeps the pages that have nothing to remove', () => {
  const data = feed([5, 4], [3, 2]);
  const changed = without(data, new Set(['a:c3']));
  expect(ids(changed)).toEqual([5, 4, 2]);
  expect(changed.pages[0]).toBe(data.pages[0]);
});

test('no feed has no items', () => {
  expect(itemsOf(undefined)).toEqual([]);
});

test('of one moment, the greater id comes first', () => {
  const [one, two] = [crud(1), { ...crud(1), id: '2', clientId: 'c2' }];
  expect([one, two].sort(newestFirst).map((item) => item.id)).toEqual(['2', '1']);
});
