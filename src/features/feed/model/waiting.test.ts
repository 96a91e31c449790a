import { expect, test } from 'vitest';
import { makeActivity } from '../../../lib/data/testing.ts';
import type { Activity, ActivityPage } from '../../../lib/data/types.ts';
import { itemsOf, keysOf } from '../../../lib/data/pages.ts';
import { headDelay } from './head-delay.ts';
import { startingWith } from './newer.ts';
import { headLoaded, NOTHING_WAITING, pillLabel, revealed, signalled, waitingCount } from './waiting.ts';

const START = Date.UTC(2026, 0, 1);

function crud(number: number, livesSeconds = 3600): Activity {
  const at = START + number * 1000;
  const [createdAt, expiresAt] = [at, at + livesSeconds * 1000].map((time) => new Date(time).toISOString());
  return makeActivity(`${number}`, { createdAt, expiresAt });
}

const page = (numbers: number[], cursor: string | null = 'next'): ActivityPage => ({
  items: numbers.map((number) => crud(number)),
  cursor,
});
const shown = startingWith(page([3, 2, 1]));
const known = keysOf(shown);
const ids = (items: readonly Activity[]): number[] => items.map((item) => Number(item.id));

test('a signal waits once, and not when it is shown already', () => {
  const once = signalled(NOTHING_WAITING, crud(4), known);
  expect(ids(once.items)).toEqual([4]);
  expect(signalled(once, crud(4), known)).toBe(once);
  expect(signalled(once, crud(3), known)).toBe(once);
});

test('the head adds those that came without a signal', () => {
  const waiting = headLoaded(signalled(NOTHING_WAITING, crud(4), known), page([6, 5, 4, 3]), known);
  expect(ids(waiting.items)).toEqual([6, 5, 4]);
  expect(waiting.gap).toBeNull();
});

test('a signal that is newer than the head stays; one that the head no longer has is gone', () => {
  const before = signalled(signalled(NOTHING_WAITING, crud(4), known), crud(9), known);
  expect(ids(headLoaded(before, page([6, 5, 3]), known).items)).toEqual([9, 6, 5]);
});

test('a head that says nothing new leaves nothing waiting', () => {
  expect(headLoaded(NOTHING_WAITING, page([3, 2, 1]), known)).toBe(NOTHING_WAITING);
});

test('a head without a common crud starts the feed anew, so that none in between is skipped', () => {
  const waiting = headLoaded(NOTHING_WAITING, page([30, 29, 28], 'after 28'), known);
  expect(waiting.gap).toEqual({ cursor: 'after 28' });
  const feed = revealed(shown, waiting, START);
  expect(ids(itemsOf(feed))).toEqual([30, 29, 28]);
  expect(feed.pages[0]!.cursor).toBe('after 28');
});

test('a last page always joins', () => {
  expect(headLoaded(NOTHING_WAITING, page([30], null), known).gap).toBeNull();
});

test('showing them puts them on top of what is shown', () => {
  const waiting = headLoaded(NOTHING_WAITING, page([5, 4, 3]), known);
  expect(ids(itemsOf(revealed(shown, waiting, START)))).toEqual([5, 4, 3, 2, 1]);
});

test('what expires while it waits is neither counted nor shown', () => {
  const waiting = signalled(signalled(NOTHING_WAITING, crud(5), known), crud(4, 10), known);
  const later = START + 60_000;
  expect(waitingCount(waiting, START)).toBe(2);
  expect(waitingCount(waiting, later)).toBe(1);
  expect(ids(itemsOf(revealed(shown, waiting, later)))).toEqual([5, 3, 2, 1]);
});

test('the pill counts', () => {
  expect(pillLabel(1, false)).toBe('1 new crud');
  expect(pillLabel(7, false)).toBe('7 new cruds');
  expect(pillLabel(20, true)).toBe('20+ new cruds');
});

test('nobody looks: the head is read less and less often, but at least each minute', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(headDelay)).toEqual([2500, 5000, 10_000, 20_000, 40_000, 60_000, 60_000]);
});
