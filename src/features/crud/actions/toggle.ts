import { changeActivity, removeActivity } from '../../../lib/data/cache/cache.ts';
import { withNews } from '../../../lib/data/activity.ts';
import { createLatestWish, type LatestWish } from '../../../lib/data/latest-wish.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { explain } from '../../../lib/errors/explain.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { announce, showToast } from '../../../ui/toast-store.ts';
import { changeOf } from '../api/changes.ts';

export type Mark = 'like' | 'repost' | 'bookmark';

const MARKS = {
  like: { by: 'likedByMe', count: 'likeCount', on: 'likeActivity', off: 'unlikeActivity' },
  repost: { by: 'repostedByMe', count: 'repostCount', on: 'repostActivity', off: 'undoRepost' },
  bookmark: { by: 'bookmarkedByMe', count: undefined, on: 'bookmarkActivity', off: 'removeBookmark' },
} as const;

const SAID: Record<Mark, [on: string, off: string]> = {
  like: ['Liked.', 'Like taken back.'],
  repost: ['Reposted to those who follow you.', 'Repost undone.'],
  bookmark: ['Kept in your bookmarks.', 'Removed from your bookmarks.'],
};

/** The crud with or without the reader's mark, and its count to match. */
function marked(activity: Activity, mark: Mark, wanted: boolean): Activity {
  const { by, count } = MARKS[mark];
  if (Boolean(activity[by]) === wanted) return activity;
  const next = { ...activity, [by]: wanted };
  return count ? { ...next, [count]: Math.max(0, activity[count] + (wanted ? 1 : -1)) } : next;
}

function wishesFor(mark: Mark): LatestWish {
  return createLatestWish({
    send: (id, on) => changeOf(MARKS[mark][on ? 'on' : 'off'], id),
    done(id, news, on) {
      changeActivity(id, (known) => marked(withNews(known, news, true), mark, on));
      if (mark !== 'like') showToast(SAID[mark][on ? 0 : 1]);
    },
    failed(id, on, error) {
      show(id, mark, on);
      complain(error, id);
    },
  });
}

const wishes: Record<Mark, LatestWish> = {
  like: wishesFor('like'),
  repost: wishesFor('repost'),
  bookmark: wishesFor('bookmark'),
};

function show(id: string, mark: Mark, on: boolean): void {
  changeActivity(id, (known) => marked(known, mark, on));
}

/** Sets or takes back a mark. It shows at once. Whoever presses again while the request is under way changes the wish. */
export function toggle({ id, ...activity }: Activity, mark: Mark): Promise<void> {
  const { want, pending } = wishes[mark];
  const wanted = !(pending(id) ?? activity[MARKS[mark].by]);
  show(id, mark, wanted);
  if (mark === 'like') announce(SAID.like[wanted ? 0 : 1]);
  return want(id, wanted);
}

function complain(error: unknown, id: string): void {
  const { title } = explain(error);
  showToast(`${title}.`, 'error');
  if (/^(NotFound|Expired)$/.test(toAppError(error).type)) removeActivity(id);
}
