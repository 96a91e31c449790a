import { expect, test } from 'vitest';
import type { Act, Report } from '../api/moderation.ts';
import { reportsAfter, reversible } from './after-act.ts';
import type { Intent } from './acts.ts';

const report = (id: string, activityId: string | null, profileId: string): Report =>
  ({ id, activityId, profile: { id: profileId } }) as Report;
const data = {
  pages: [
    { items: [report('1', 'crud', 'ada'), report('2', null, 'ada')], cursor: 'next' },
    { items: [report('3', 'crud', 'ada'), report('4', 'other', 'grace')], cursor: null },
  ],
  pageParams: [null, 'next'],
};

test.each<[Intent['field'], string, string[]]>([
  ['dismissReport', '2', ['1', '3', '4']],
  ['hideActivity', 'crud', ['2', '4']],
  ['unhideActivity', 'crud', ['2', '4']],
  ['suspendProfile', 'ada', ['4']],
  ['unsuspendProfile', 'ada', ['1', '2', '3', '4']],
])('after %s of %s the others are open', (field, id, left) => {
  const after = reportsAfter(data, { field, id, handle: 'ada' });
  expect(after.pages.flatMap((page) => page.items.map((item) => item.id))).toEqual(left);
  expect(after.pages[0]!.cursor).toBe('next');
});

const act = (id: string, kind: Act['act'], activityId: string | null, profileId: string | null): Act =>
  ({ id, act: kind, activityId, profile: profileId && { id: profileId } }) as Act;

test('only the newest act about something can be taken back, and only while it stands', () => {
  const acts = [
    act('9', 'UNHIDE', 'a', 'ada'),
    act('8', 'HIDE', 'b', 'ada'),
    act('7', 'DISMISS', 'b', 'ada'),
    act('6', 'SUSPEND', null, 'ada'),
    act('5', 'UNSUSPEND', null, 'ada'),
    act('4', 'HIDE', 'a', 'ada'),
    act('3', 'SUSPEND', null, null),
  ];
  expect([...reversible(acts)]).toEqual(['8', '6']);
});
