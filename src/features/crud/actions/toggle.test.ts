import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cachedActivity } from '../../../lib/data/cache/cache.ts';
import { makeActivity } from '../../../lib/data/testing.ts';
import { AppError } from '../../../lib/errors/app-error.ts';
import { queryClient } from '../../../lib/query/query-client.ts';
import { toasts } from '../../../ui/toast-store.ts';
import { changeOf } from '../api/changes.ts';
import { toggle } from './toggle.ts';

vi.mock('../api/changes.ts', () => ({ changeOf: vi.fn() }));

const crud = makeActivity('1', { likeCount: 3 });
const asked = () => vi.mocked(changeOf).mock.calls.map(([field]) => field);

beforeEach(() => {
  vi.useFakeTimers();
  queryClient.setQueryData(['feed'], [crud]);
});
afterEach(() => {
  queryClient.clear();
  toasts.set([]);
  vi.useRealTimers();
  vi.mocked(changeOf).mockReset();
});

test('a like shows at once, and then as the server counts it', async () => {
  vi.mocked(changeOf).mockResolvedValue({ ...crud, likedByMe: true, likeCount: 9 });
  const settled = toggle(crud, 'like');
  expect(cachedActivity('1')).toMatchObject({ likedByMe: true, likeCount: 4 });
  await settled;
  expect(cachedActivity('1')).toMatchObject({ likedByMe: true, likeCount: 9 });
  expect(asked()).toEqual(['likeActivity']);
});

test('pressing twice before the card is drawn anew takes it back, one request after the other', async () => {
  vi.mocked(changeOf).mockImplementation((field) => {
    const on = field === 'likeActivity';
    return Promise.resolve({ ...crud, likedByMe: on, likeCount: on ? 4 : 3 });
  });
  const settled = toggle(crud, 'like');
  void toggle(crud, 'like');
  expect(cachedActivity('1')).toMatchObject({ likedByMe: false, likeCount: 3 });
  expect(asked()).toEqual(['likeActivity']);
  await settled;
  expect(asked()).toEqual(['likeActivity', 'unlikeActivity']);
  expect(cachedActivity('1')).toMatchObject({ likedByMe: false, likeCount: 3 });
});

test('a like and a bookmark of the same crud do not wait for one another', async () => {
  vi.mocked(changeOf).mockResolvedValue(crud);
  const both = [toggle(crud, 'like'), toggle(crud, 'bookmark')];
  expect(asked()).toEqual(['likeActivity', 'bookmarkActivity']);
  await Promise.all(both);
  expect(toasts.get()).toMatchObject([{ text: 'Kept in your bookmarks.', kind: 'done' }]);
});

test('a refusal takes it back and says why', async () => {
  vi.mocked(changeOf).mockRejectedValue(new AppError('RateLimited', ''));
  await toggle(crud, 'repost');
  expect(cachedActivity('1')).toMatchObject({ repostedByMe: false, repostCount: 0 });
  expect(toasts.get()).toMatchObject([{ kind: 'error' }]);
});

test('a crud that has expired meanwhile goes from the page', async () => {
  vi.mocked(changeOf).mockRejectedValue(new AppError('Expired', ''));
  await toggle(crud, 'like');
  expect(cachedActivity('1')).toBeUndefined();
});
