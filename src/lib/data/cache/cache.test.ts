import { afterEach, expect, test } from 'vitest';
import { queryClient } from '../../query/query-client.ts';
import { createStore } from '../../store/create-store.ts';
import { makeActivity, makeProfile, makeQuoted } from '../testing.ts';
import type { Activity } from '../types.ts';
import {
  cachedActivity,
  changeActivity,
  holdsCruds,
  removeActivitiesOf,
  removeActivity,
  rewordActivity,
} from './cache.ts';

const grace = makeProfile('grace');
afterEach(() => queryClient.clear());

const list = (...items: Activity[]) => ({ pages: [{ items, cursor: null }], pageParams: [null] });
const ids = (key: string): string[] =>
  queryClient
    .getQueryData<ReturnType<typeof list>>([key])!
    .pages.flatMap((page) => page.items.map((item) => item.id));

test('a change reaches a crud in every list, and leaves everything else the same object', () => {
  const other = makeActivity('2');
  queryClient.setQueryData(['a'], list(makeActivity('1'), other), { updatedAt: 7 });
  queryClient.setQueryData(['b'], { activity: makeActivity('1') });
  queryClient.setQueryData(['c'], list(other));
  const untouched = queryClient.getQueryData(['c']);
  changeActivity('1', (activity) => ({ ...activity, likeCount: 5 }));
  expect(cachedActivity('1')?.likeCount).toBe(5);
  expect(queryClient.getQueryData<{ activity: Activity }>(['b'])?.activity.likeCount).toBe(5);
  expect(queryClient.getQueryData(['c'])).toBe(untouched);
  expect(queryClient.getQueryData<ReturnType<typeof list>>(['a'])!.pages[0]!.items[1]).toBe(other);
  expect(queryClient.getQueryState(['a'])?.dataUpdatedAt).toBe(7);
});

test('a crud that is gone takes its replies along, at every depth, and empties what quotes it', () => {
  const reply = makeActivity('2', { parentId: '1', threadId: '1' });
  const deeper = makeActivity('3', { parentId: '2', threadId: '1' });
  const quoting = makeActivity('4', { hasQuote: true, quote: makeQuoted('1') });
  queryClient.setQueryData(['a'], list(makeActivity('1'), quoting));
  queryClient.setQueryData(['thread'], { focused: makeActivity('1'), replies: [reply, deeper] });
  queryClient.setQueryData(['one'], makeActivity('1'));
  queryClient.setQueryData(['told'], list({ id: 'n', activity: reply } as never, { id: 'm' } as never));
  removeActivity('1');
  expect(ids('a')).toEqual(['4']);
  expect(cachedActivity('4')?.quote).toBeNull();
  expect(queryClient.getQueryData(['thread'])).toEqual({ focused: null, replies: [] });
  expect(queryClient.getQueryData(['one'])).toBeNull();
  expect(ids('told')).toEqual(['m']);
});

test('of a removed reply, the parent counts one less', () => {
  queryClient.setQueryData(['a'], list(makeActivity('1', { replyCount: 2 })));
  queryClient.setQueryData(['b'], list(makeActivity('2', { parentId: '1', threadId: '1' })));
  removeActivity('2');
  expect(cachedActivity('1')?.replyCount).toBe(1);
});

test('an edit also reaches where the crud is quoted', () => {
  queryClient.setQueryData(['a'], list(makeActivity('1'), makeActivity('2', { quote: makeQuoted('1') })));
  rewordActivity('1', 'Better', '2026-01-02T00:00:00.000Z');
  expect(cachedActivity('1')?.message).toBe('Better');
  expect(cachedActivity('2')?.quote?.message).toBe('Better');
});

test('whoever is blocked is gone with the replies to them, and their quotes are empty', () => {
  const theirs = makeActivity('1', { author: grace });
  const toThem = makeActivity('2', { parentId: '1', threadId: '0' });
  const quoting = makeActivity('3', { quote: makeQuoted('1', { author: grace }) });
  queryClient.setQueryData(['a'], list(theirs, toThem, quoting, makeActivity('5')));
  removeActivitiesOf('grace');
  expect(ids('a')).toEqual(['3', '5']);
  expect(cachedActivity('3')?.quote).toBeNull();
});

test('stores that hold cruds hear of changes', () => {
  const store = createStore({ items: [makeActivity('1'), makeActivity('2')] });
  holdsCruds(store);
  removeActivity('1');
  expect(store.get().items.map((item) => item.id)).toEqual(['2']);
});
