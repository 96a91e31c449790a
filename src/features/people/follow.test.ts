import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FullProfile } from '../../lib/data/full-profile.ts';
import { makeProfile } from '../../lib/data/testing.ts';
import { AppError } from '../../lib/errors/app-error.ts';
import { queryClient } from '../../lib/query/query-client.ts';
import { session } from '../../lib/session/session.ts';
import { toasts } from '../../ui/toast-store.ts';
import { sendFollow, type Tie } from './api/relationship.ts';
import { setFollowing } from './follow.ts';

vi.mock('./api/relationship.ts', () => ({ sendFollow: vi.fn() }));

const counts = { followerCount: 3, followingCount: 3, followedByMe: false, followsMe: false };
const full = (id: string): FullProfile => ({ ...makeProfile(id), ...counts }) as FullProfile;
const graceNow = () => queryClient.getQueryData<FullProfile>(['profile', 'grace'])!;
const myFollowing = () => queryClient.getQueryData<FullProfile>(['me', 'ada'])!.followingCount;

beforeEach(() => {
  vi.useFakeTimers();
  session.signedIn({ userId: 'ada', handle: 'ada', displayName: 'Ada' });
  queryClient.setQueryData(['me', 'ada'], full('ada'));
  queryClient.setQueryData(['profile', 'grace'], full('grace'));
});
afterEach(() => {
  queryClient.clear();
  session.signedOut();
  toasts.set([]);
  vi.useRealTimers();
  vi.mocked(sendFollow).mockReset();
});

test('a follow shows at once, in both counts, and then as the server counts it', async () => {
  let answer: (tie: Tie) => void = () => undefined;
  vi.mocked(sendFollow).mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const settled = setFollowing({ id: 'grace' }, true);
  expect(graceNow()).toMatchObject({ followedByMe: true, followerCount: 4 });
  expect(myFollowing()).toBe(4);
  answer({ id: 'grace', followedByMe: true, followsMe: true, followerCount: 9 });
  await settled;
  expect(graceNow()).toMatchObject({ followedByMe: true, followsMe: true, followerCount: 9 });
  expect(myFollowing()).toBe(4);
});

test('a refusal takes it back and says why', async () => {
  vi.mocked(sendFollow).mockRejectedValue(new AppError('RateLimited', ''));
  await setFollowing({ id: 'grace' }, true);
  expect(graceNow()).toMatchObject({ followedByMe: false, followerCount: 3 });
  expect(myFollowing()).toBe(3);
  expect(toasts.get()).toMatchObject([{ kind: 'error' }]);
});

test('clicking twice counts once each way', async () => {
  vi.mocked(sendFollow).mockImplementation((id, follow) =>
    Promise.resolve({ id, followedByMe: follow, followsMe: false, followerCount: follow ? 4 : 3 }),
  );
  const settled = setFollowing({ id: 'grace' }, true);
  void setFollowing({ id: 'grace' }, false);
  expect(graceNow()).toMatchObject({ followedByMe: false, followerCount: 3 });
  await settled;
  expect(vi.mocked(sendFollow).mock.calls).toEqual([
    ['grace', true],
    ['grace', false],
  ]);
  expect(graceNow()).toMatchObject({ followedByMe: false, followerCount: 3 });
  expect(myFollowing()).toBe(3);
});
