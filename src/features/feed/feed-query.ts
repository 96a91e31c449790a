import type { Activity } from '../../lib/data/types.ts';
import { queryClient } from '../../lib/query/query-client.ts';
import { keysOf, type ListData } from '../../lib/data/pages.ts';
import { activityListQuery, pagesOf } from '../activity-list/index.ts';
import { withNewer } from './model/newer.ts';

export const homeFeedQuery = activityListQuery('homeFeed');

/** A page of everybody's cruds, newest first; the first one without a cursor. Throws AppError. */
export const fetchHomeFeed = pagesOf('homeFeed');

/** Starts loading the feed before anything is drawn. */
export function prefetchHomeFeed(): Promise<void> {
  return queryClient.prefetchInfiniteQuery(homeFeedQuery);
}

export function shownFeed(): ListData | undefined {
  return queryClient.getQueryData(homeFeedQuery.queryKey);
}

export function shownKeys(): Set<string> {
  return keysOf(shownFeed());
}

export function changeFeed(change: (feed: ListData) => ListData): void {
  queryClient.setQueryData(homeFeedQuery.queryKey, (feed) => feed && change(feed));
}

/** Puts one's own new crud at the head, where it already stood as pending. What failed to load may load by now. */
export function addOwnCrud(activity: Activity): void {
  if (activity.parentId) return;
  if (!shownFeed()) void queryClient.refetchQueries(homeFeedQuery);
  changeFeed((feed) => withNewer(feed, [activity]));
}
