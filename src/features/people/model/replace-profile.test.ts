import { expect, test } from 'vitest';
import { replaceProfile } from './replace-profile.ts';

const person = (id: string) => ({ id, handle: id, followedByMe: false });
const follow = <T>(profile: T): T => ({ ...profile, followedByMe: true });

test('a profile is changed wherever it stands, and the rest stays the same object', () => {
  const data = {
    pages: [{ items: [person('ada'), person('grace')] }, { items: [person('alan')] }],
    first: person('ada'),
  };
  const changed = replaceProfile(data, 'ada', follow);
  expect(changed.pages[0]!.items[0]).toEqual({ ...person('ada'), followedByMe: true });
  expect(changed.first.followedByMe).toBe(true);
  expect(changed.pages[0]!.items[1]).toBe(data.pages[0]!.items[1]);
  expect(changed.pages[1]).toBe(data.pages[1]);
  expect(data.first.followedByMe).toBe(false);
});

test.each([
  [null],
  [undefined],
  [3],
  ['ada'],
  [[person('grace')]],
  [{ author: { id: 'ada', handle: 'ada' } }],
])('without it nothing changes: %j', (data) => expect(replaceProfile(data, 'ada', follow)).toBe(data));
