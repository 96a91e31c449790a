import { holdsCruds } from '../../../lib/data/cache/cache.ts';
import type { Activity, ActivityPage } from '../../../lib/data/types.ts';
import { createStore } from '../../../lib/store/create-store.ts';
import { announce } from '../../../ui/toast-store.ts';
import { changeFeed, shownFeed, shownKeys } from '../feed-query.ts';
import {
  headLoaded,
  NOTHING_WAITING,
  pillLabel,
  revealed,
  signalled,
  waitingCount,
  type Waiting,
} from '../model/waiting.ts';

export const waitingCruds = createStore<Waiting>(NOTHING_WAITING);
holdsCruds(waitingCruds);

function change(next: Waiting): void {
  const before = waitingCount(waitingCruds.get(), Date.now());
  waitingCruds.set(next);
  // Nobody's place can be lost in an empty feed.
  if (next.items.length > 0 && shownFeed()?.pages.every((page) => page.items.length === 0)) revealWaiting();
  else tellOf(before, waitingCount(next, Date.now()), next.gap !== null);
}

function tellOf(before: number, now: number, gap: boolean): void {
  if (before === 0 && now > 0) announce(`${pillLabel(now, gap)}. Press the full stop key to show.`);
}

/** A crud arrived by subscription. `own`: the keys of cruds that this page is posting. */
export function crudSignalled(activity: Activity, own: Iterable<string>): void {
  change(signalled(waitingCruds.get(), activity, new Set([...shownKeys(), ...own])));
}

/** The head of the feed was read again. */
export function headRead(head: ActivityPage, own: Iterable<string>): void {
  change(headLoaded(waitingCruds.get(), head, new Set([...shownKeys(), ...own])));
}

/** Shows what waits. */
export function revealWaiting(): void {
  const waiting = waitingCruds.get();
  waitingCruds.set(NOTHING_WAITING);
  changeFeed((feed) => revealed(feed, waiting, Date.now()));
}
