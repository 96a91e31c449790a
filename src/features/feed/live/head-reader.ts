import { queryClient } from '../../../lib/query/query-client.ts';
import { fetchHomeFeed, homeFeedQuery, shownFeed } from '../feed-query.ts';
import { headDelay } from '../model/head-delay.ts';
import { headRead, waitingCruds } from './waiting-store.ts';

const AT_MOST_EVERY_MS = 5000;

/** Reads the head of the feed when something may have come, one read at a time and not too often. */
export interface HeadReader {
  /** After a signal, a while later. */
  soon(): void;
  /** Now, unless it was just read: the connection or the page came back. */
  now(): void;
  stop(): void;
}

export function createHeadReader(own: () => Iterable<string>): HeadReader {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let readsSinceRevealed = 0;
  let lastRead = 0;
  let stopped = false;
  const stopListening = waitingCruds.subscribe(() => {
    if (waitingCruds.get().items.length === 0) readsSinceRevealed = 0;
  });

  async function read(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (document.hidden || stopped) return;
    lastRead = Date.now();
    readsSinceRevealed += 1;
    if (!shownFeed()) return void (await queryClient.prefetchInfiniteQuery(homeFeedQuery));
    try {
      const head = await fetchHomeFeed(null);
      if (!stopped) headRead(head, own());
    } catch {
      // What is shown stays true without it; the next signal or reconnection reads again.
    }
  }

  return {
    soon() {
      timer ??= setTimeout(() => void read(), headDelay(readsSinceRevealed));
    },
    now() {
      if (Date.now() - lastRead >= AT_MOST_EVERY_MS) void read();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      stopListening();
    },
  };
}
