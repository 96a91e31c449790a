import { createStore } from '../../../lib/store/create-store.ts';

/** Counts how often something may have come to any feed: a signal, or the connection or the page came back. */
export const feedSignals = createStore(0);

export function signalFeeds(): void {
  feedSignals.set((count) => count + 1);
}
