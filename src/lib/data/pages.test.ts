import { expect, test } from 'vitest';
import { makeActivity, makeProfile } from './testing.ts';
import { firstPageOf, itemsOf, keysOf, type ListData } from './pages.ts';

const list = (...pages: string[][]): ListData => ({
  pages: pages.map((ids, index) => ({
    items: ids.map((id) => makeActivity(id)),
    cursor: index < pages.length - 1 ? `after ${ids.at(-1)}` : null,
  })),
  pageParams: pages.map((_, index) => (index === 0 ? null : `after ${pages[index - 1]!.at(-1)}`)),
});
const ids = (data: ListData | undefined): string[] => itemsOf(data).map((item) => item.id);

test('a page that shifted under its cursor shows no crud twice', () => {
  expect(ids(list(['5', '4'], ['4', '3']))).toEqual(['5', '4', '3']);
});

test('the same client id of two people is two cruds', () => {
  const one = makeActivity('1');
  const other = makeActivity('2', { clientId: one.clientId, author: makeProfile('grace') });
  const data: ListData = { pages: [{ items: [one, other, one], cursor: null }], pageParams: [null] };
  expect(ids(data)).toEqual(['1', '2']);
  expect([...keysOf(data)]).toEqual(['ada:client-1', 'grace:client-1']);
});

test('no list has no items', () => {
  expect(ids(undefined)).toEqual([]);
});

test('reading anew begins with the first page and its cursor', () => {
  const data = list(['5', '4'], ['3']);
  expect(firstPageOf(data)).toEqual({ pages: [data.pages[0]], pageParams: [null] });
  const short = list(['5']);
  expect(firstPageOf(short)).toBe(short);
});
