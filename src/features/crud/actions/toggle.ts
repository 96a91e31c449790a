import { changeActivity, removeActivity } from '../../../lib/data/cache/cache.ts';
import { withNews } from '../../../lib/data/activity.ts';
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
export function marked(activity: Activity, mark: Mark, wanted: boolean): Activity {
  const { by, count } = MARKS[mark];
  if (Boolean(activity[by]) === wanted) return activity;
  const next = { ...activity, [by]: wanted };
  return count ? { ...next, [count]: Math.max(0, activity[count] + (wanted ? 1 : -1)) } : next;
}

/** What is wanted of those marks for which a request is under way, by mark and crud. */
const underWay = new Map<string, { wanted: boolean }>();

/**
 * Sets or takes back a mark. It shows at once. Whoever presses again while the request is under way only changes what
 * is wanted: requests about one mark never overtake one another, and the last press decides.
 */
export async function toggle({ id, ...activity }: Activity, mark: Mark): Promise<void> {
  const before = Boolean(activity[MARKS[mark].by]);
  const slot = `${mark} ${id}`;
  const running = underWay.get(slot);
  const wanted = running ? !running.wanted : !before;
  const show = (on: boolean): void => changeActivity(id, (known) => marked(known, mark, on));
  show(wanted);
  if (mark === 'like') announce(SAID.like[wanted ? 0 : 1]);
  if (running) {
    running.wanted = wanted;
    return;
  }
  const state = { wanted };
  underWay.set(slot, state);
  let confirmed = before;
  try {
    while (confirmed !== state.wanted) {
      const asked = state.wanted;
      const news = await changeOf(MARKS[mark][asked ? 'on' : 'off'], id);
      confirmed = asked;
      if (asked === state.wanted)
        changeActivity(id, (known) => marked(withNews(known, news, true), mark, asked));
    }
    if (mark !== 'like') showToast(SAID[mark][confirmed ? 0 : 1]);
  } catch (error) {
    show(confirmed);
    complain(error, id);
  } finally {
    underWay.delete(slot);
  }
}

function complain(error: unknown, id: string): void {
  const { title } = explain(error);
  showToast(`${title}.`, 'error');
  if (/^(NotFound|Expired)$/.test(toAppError(error).type)) removeActivity(id);
}
