import { crudKey } from '../../../lib/data/activity.ts';
import type { Activity, ActivityPage } from '../../../lib/data/types.ts';
import { keysOf, withoutDoubles, type ListData } from '../../../lib/data/pages.ts';

/** Newest first; the id decides between two of the same moment, as in the API. */
export function newestFirst(a: Activity, b: Activity): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** The feed with newer cruds at its head. Older pages and their cursors stay as they are. */
export function withNewer(feed: ListData, newer: readonly Activity[]): ListData {
  const [head, ...rest] = feed.pages;
  if (!head || newer.length === 0) return feed;
  const known = keysOf(feed);
  const missing = withoutDoubles(newer).filter((item) => !known.has(crudKey(item)));
  if (missing.length === 0) return feed;
  return { ...feed, pages: [{ ...head, items: [...missing, ...head.items].sort(newestFirst) }, ...rest] };
}

/** A feed that starts anew from one page. */
export function startingWith(page: ActivityPage): ListData {
  return { pages: [page], pageParams: [null] };
}
