import { expect, test } from 'vitest';
import type { Profile } from '../../../lib/data/types.ts';
import type { Notification } from '../api/notifications.ts';
import { groupsOf, withRead } from './pages.ts';
import { sentenceOf } from './sentence.ts';

const people = (...names: string[]): Profile[] =>
  names.map((name) => ({ id: name, handle: name, displayName: name, createdAt: '', avatar: null }));

const one = (id: string, change: Partial<Notification> = {}): Notification => ({
  id,
  kind: 'LIKE',
  actors: people('ada'),
  total: 1,
  createdAt: '2026-11-26T10:00:00.000Z',
  unread: true,
  activity: { id: `crud ${id}`, message: 'hello', expiresAt: '2026-11-27T10:00:00.000Z' },
  ...change,
});

test.each([
  [people('ada'), 1, 1, ''],
  [people('ada', 'grace'), 2, 2, ''],
  [people('ada', 'grace', 'joan'), 3, 1, 'and 2 others'],
  [people('ada', 'grace', 'joan'), 1200, 1, 'and 1,199 others'],
  // Somebody whom one may not see counts and is not named.
  [people('ada'), 2, 1, 'and 1 other'],
])('%o of %d name %d, %s', (actors, total, named, others) => {
  expect(sentenceOf({ kind: 'LIKE', actors, total })).toEqual({ named, others, did: 'liked your crud' });
});

test('a group that moved to the top stands there alone, a day of follows is one group', () => {
  const data = {
    pageParams: [],
    pages: [
      {
        items: [one('9', { activity: one('1').activity }), one('8', { kind: 'FOLLOW', activity: null })],
        cursor: 'x',
      },
      {
        items: [
          one('1'),
          one('3', { kind: 'FOLLOW', activity: null }),
          one('2', { kind: 'FOLLOW', activity: null, createdAt: '2026-11-25T10:00:00.000Z' }),
        ],
        cursor: null,
      },
    ],
  };
  expect(groupsOf(data).map((group) => group.id)).toEqual(['9', '8', '2']);
  expect(groupsOf(undefined)).toEqual([]);
});

test('what is read is so up to a number, however many digits it has', () => {
  const data = { pageParams: [], pages: [{ items: [one('1000'), one('999'), one('2')], cursor: null }] };
  expect(withRead(data, '999').pages[0]!.items.map((item) => item.unread)).toEqual([true, false, false]);
});
