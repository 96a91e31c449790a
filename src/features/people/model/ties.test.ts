import { expect, test } from 'vitest';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { withBlock, withFollow } from './ties.ts';

const ada: FullProfile = {
  id: '1',
  handle: 'ada',
  displayName: 'Ada',
  createdAt: '2026-01-01T00:00:00Z',
  avatar: null,
  cover: null,
  bio: '',
  location: '',
  website: '',
  followerCount: 2,
  followingCount: 3,
  activityCount: 0,
  followedByMe: false,
  followsMe: true,
  mutedByMe: false,
  blockedByMe: false,
  suspended: false,
  suspendedReason: null,
};

test('a follow counts once', () => {
  const followed = withFollow(ada, true);
  expect(followed).toMatchObject({ followedByMe: true, followerCount: 3 });
  expect(withFollow(followed, true)).toBe(followed);
  expect(withFollow(followed, false)).toEqual(ada);
  expect(withFollow(ada, false)).toBe(ada);
});

test('a count that lagged behind does not go below zero', () => {
  expect(withFollow({ ...ada, followedByMe: true, followerCount: 0 }, false).followerCount).toBe(0);
});

test('a block ends both follows, and unblocking brings none of them back', () => {
  const blocked = withBlock(withFollow(ada, true), true);
  expect(blocked).toMatchObject({
    blockedByMe: true,
    followedByMe: false,
    followsMe: false,
    followerCount: 2,
    followingCount: 2,
  });
  expect(withBlock(blocked, false)).toEqual({ ...blocked, blockedByMe: false });
});
