import type { InfiniteData } from '@tanstack/react-query';
import type { Activity, ActivityPage } from '../../../lib/data/types.ts';
import { crudKey } from '../../../lib/data/activity.ts';

/** The pages that were loaded, newest first, and the cursors that they were asked with. */
export type FeedData = InfiniteData<ActivityPage>;

/** Newest first; the id decides between two of the same moment, as in the API. */
export function newestFirst(a: Activity, b: Activity): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** Each crud once: the first of those with the same key. */
export function withoutDoubles(items: readonly Activity[]): Activity[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = crudKey(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** All cruds of a feed in order, each once. */
export function itemsOf(feed: FeedData | undefined): Activity[] {
  return withoutDoubles((feed?.pages ?? []).flatMap((page) => page.items));
}

export function keysOf(feed: FeedData | undefined): Set<string> {
  return new Set(itemsOf(feed).map(crudKey));
}

/** The feed with newer cruds at its head. Older pages and their cursors stay as they are. */
export function withNewer(feed: FeedData, newer: readonly Activity[]): FeedData {
  const [head, ...rest] = feed.pages;
  if (!head || newer.length === 0) return feed;
  const known = keysOf(feed);
  const missing = withoutDoubles(newer).filter((item) => !known.has(crudKey(item)));
  if (missing.length === 0) return feed;
  return { ...feed, pages: [{ ...head, items: [...missing, ...head.items].sort(newestFirst) }, ...rest] };
}

/** The feed without the cruds of these keys: expired ones, for example. */
export function without(feed: FeedData, keys: ReadonlySet<string>): FeedData {
  const pages = feed.pages.map((page) => {
    const items = page.items.filter((item) => !keys.has(crudKey(item)));
    return items.length === page.items.length ? page : { ...page, items };
  });
  return { ...feed, pages };
}

/** A feed that starts anew from one page. */
export function startingWith(page: ActivityPage): FeedData {
  return { pages: [page], pageParams: [null] };
}
