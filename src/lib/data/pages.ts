import type { InfiniteData } from '@tanstack/react-query';
import { crudKey } from './activity.ts';
import type { Activity, ActivityPage } from './types.ts';

/** The pages of a list that were loaded, and the cursors that they were asked with. */
export type ListData = InfiniteData<ActivityPage>;

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

/** All cruds of a list in order, each once. */
export function itemsOf(list: ListData | undefined): Activity[] {
  return withoutDoubles((list?.pages ?? []).flatMap((page) => page.items));
}

export function keysOf(list: ListData | undefined): Set<string> {
  return new Set(itemsOf(list).map(crudKey));
}

/** The list as far as its first page: where reading it anew begins. */
export function firstPageOf(list: ListData): ListData {
  if (list.pages.length < 2) return list;
  return { pages: list.pages.slice(0, 1), pageParams: list.pageParams.slice(0, 1) };
}
