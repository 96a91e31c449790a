import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Activity } from '../../lib/data/types.ts';
import { queryClient } from '../../lib/query/query-client.ts';
import { fetchHomeFeed } from './api/home-feed.ts';
import { keysOf, without, withNewer, type FeedData } from './model/feed.ts';

export const homeFeedQuery = infiniteQueryOptions({
  queryKey: ['feed', 'home'],
  queryFn: ({ pageParam }) => fetchHomeFeed(pageParam),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.cursor,
});

/** Starts loading the feed before anything is drawn. */
export function prefetchHomeFeed(): Promise<void> {
  return queryClient.prefetchInfiniteQuery(homeFeedQuery);
}

export function shownFeed(): FeedData | undefined {
  return queryClient.getQueryData(homeFeedQuery.queryKey);
}

export function shownKeys(): Set<string> {
  return keysOf(shownFeed());
}

export function changeFeed(change: (feed: FeedData) => FeedData): void {
  queryClient.setQueryData(homeFeedQuery.queryKey, (feed) => feed && change(feed));
}

/** Puts one's own new crud at the head, where it already stood as pending. What failed to load may load by now. */
export function addOwnCrud(activity: Activity): void {
  if (!shownFeed()) void queryClient.refetchQueries(homeFeedQuery);
  changeFeed((feed) => withNewer(feed, [activity]));
}

/** Takes a crud off, for example once it has expired. */
export function removeCrud(key: string): void {
  changeFeed((feed) => without(feed, new Set([key])));
}
