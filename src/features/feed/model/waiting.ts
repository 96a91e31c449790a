import type { Activity, ActivityPage } from '../../../lib/data/types.ts';
import { crudKey, isLive } from '../../../lib/data/activity.ts';
import { withoutDoubles, type ListData } from '../../../lib/data/pages.ts';
import { newestFirst, startingWith, withNewer } from './newer.ts';

/** New cruds that wait behind the pill until the reader wants them. */
export interface Waiting {
  /** Newest first. */
  items: readonly Activity[];
  /**
   * Set when more came than one page holds: between these and what is shown, some are missing. Then showing them starts
   * the feed anew from here, with this cursor.
   */
  gap: { cursor: string } | null;
}

export const NOTHING_WAITING: Waiting = { items: [], gap: null };

/** A crud that the subscription carried. `known`: the keys of what is shown or of one's own on the way. */
export function signalled(waiting: Waiting, activity: Activity, known: ReadonlySet<string>): Waiting {
  if (known.has(crudKey(activity))) return waiting;
  const items = withoutDoubles([activity, ...waiting.items]).sort(newestFirst);
  return items.length === waiting.items.length ? waiting : { ...waiting, items };
}

/** The head of the feed as it is now: says what waits, and whether it joins what is shown. */
export function headLoaded(waiting: Waiting, head: ActivityPage, known: ReadonlySet<string>): Waiting {
  const fresh = head.items.filter((item) => !known.has(crudKey(item)));
  const joins = fresh.length < head.items.length || head.cursor === null;
  if (!joins) return { items: withoutDoubles(fresh).sort(newestFirst), gap: { cursor: head.cursor! } };
  // Signals that came after the page was read are newer than it.
  const newest = head.items[0];
  const since = waiting.items.filter((item) => !known.has(crudKey(item)) && isNewer(item, newest));
  const items = withoutDoubles([...since, ...fresh]).sort(newestFirst);
  return items.length === 0 ? NOTHING_WAITING : { items, gap: null };
}

function isNewer(item: Activity, than: Activity | undefined): boolean {
  return than === undefined || newestFirst(item, than) < 0;
}

/** The feed once the reader asked for what waits. */
export function revealed(feed: ListData, waiting: Waiting, now: number): ListData {
  const items = waiting.items.filter((item) => isLive(item, now));
  if (waiting.gap) return startingWith({ items: [...items], cursor: waiting.gap.cursor });
  return withNewer(feed, items);
}

/** How many wait and still live. */
export function waitingCount(waiting: Waiting, now: number): number {
  return waiting.items.filter((item) => isLive(item, now)).length;
}

/** What the pill says. */
export function pillLabel(count: number, gap: boolean): string {
  if (gap) return `${count}+ new cruds`;
  return count === 1 ? '1 new crud' : `${count} new cruds`;
}
