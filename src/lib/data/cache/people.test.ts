import { afterEach, expect, test } from 'vitest';
import { queryClient } from '../../query/query-client.ts';
import type { FullProfile } from '../full-profile.ts';
import { makeActivity, makeProfile } from '../testing.ts';
import type { Activity } from '../types.ts';
import { cachedActivity } from './cache.ts';
import { changeProfile, forgetPerson, renameProfile, silencePerson } from './people.ts';

const grace = makeProfile('grace');
const full = (id: string): FullProfile =>
  ({ ...makeProfile(id), bio: '', followedByMe: false, followerCount: 1 }) as FullProfile;
const list = (...items: unknown[]) => ({ pages: [{ items, cursor: null }], pageParams: [null] });
const items = (key: readonly string[]): { id: string }[] =>
  queryClient.getQueryData<ReturnType<typeof list>>(key)!.pages.flatMap((page) => page.items as Activity[]);
afterEach(() => queryClient.clear());

test('a follow reaches a profile in full wherever it stands, and authors of cruds stay as they are', () => {
  queryClient.setQueryData(['people', 'a'], list(full('grace'), full('ada')), { updatedAt: 7 });
  queryClient.setQueryData(['profile', 'grace'], full('grace'));
  queryClient.setQueryData(['activities', 'homeFeed'], list(makeActivity('1', { author: grace })));
  const feed = queryClient.getQueryData(['activities', 'homeFeed']);
  const ada = items(['people', 'a'])[1];
  changeProfile('grace', (profile) => ({ ...profile, followedByMe: true, followerCount: 2 }));
  expect(items(['people', 'a'])[0]).toMatchObject({ followedByMe: true, followerCount: 2 });
  expect(items(['people', 'a'])[1]).toBe(ada);
  expect(queryClient.getQueryData(['profile', 'grace'])).toMatchObject({ followedByMe: true });
  expect(queryClient.getQueryData(['activities', 'homeFeed'])).toBe(feed);
  expect(queryClient.getQueryState(['people', 'a'])?.dataUpdatedAt).toBe(7);
});

test('a new name is everywhere, and only what was asked for before', () => {
  queryClient.setQueryData(['a'], list(makeActivity('1', { author: grace, repostedBy: grace })));
  queryClient.setQueryData(['me'], full('grace'));
  renameProfile({ id: 'grace', displayName: 'Amazing Grace', bio: 'y' });
  const named = { ...grace, displayName: 'Amazing Grace' };
  expect(cachedActivity('1')).toMatchObject({ author: named, repostedBy: named });
  expect(cachedActivity('1')?.author).not.toHaveProperty('bio');
  expect(queryClient.getQueryData(['me'])).toMatchObject({ displayName: 'Amazing Grace', bio: 'y' });
});

test('whoever is blocked is gone with what they reposted', () => {
  const key = ['activities', 'followingFeed'];
  queryClient.setQueryData(
    key,
    list(makeActivity('1', { author: grace }), makeActivity('2', { repostedBy: grace }), makeActivity('3')),
  );
  forgetPerson('grace');
  expect(items(key).map(({ id }) => id)).toEqual(['3']);
});

test('whoever is muted leaves the feeds, and stays on their own page and in threads', () => {
  const theirs = makeActivity('1', { author: grace });
  queryClient.setQueryData(['activities', 'homeFeed'], list(theirs, makeActivity('2')));
  queryClient.setQueryData(['activities', 'activitiesByProfile', 'grace', 'CRUDS'], list(theirs));
  queryClient.setQueryData(['activity', '1'], theirs);
  silencePerson('grace');
  expect(items(['activities', 'homeFeed']).map(({ id }) => id)).toEqual(['2']);
  expect(items(['activities', 'activitiesByProfile', 'grace', 'CRUDS'])).toHaveLength(1);
  expect(queryClient.getQueryData(['activity', '1'])).toBe(theirs);
});
