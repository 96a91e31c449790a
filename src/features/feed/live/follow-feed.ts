import { followConnection } from '../../../lib/data/connection.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { whenCalm } from '../../../lib/query/when-calm.ts';
import { hears } from '../api/hears.ts';
import { subscribeToNewCruds } from '../api/on-activity-created.ts';
import { signalFeeds } from './feed-signals.ts';
import { createHeadReader } from './head-reader.ts';
import { crudSignalled } from './waiting-store.ts';

const SUBSCRIBE_AGAIN_MS = [2000, 5000, 15_000, 60_000];

/**
 * Keeps the feed up to date until the returned function is called: by the subscription's signals, and by reading the
 * head when the connection or the page comes back, since missed signals are not sent again.
 */
export function followFeed(own: () => Iterable<string>): () => void {
  const head = createHeadReader(own);
  let unsubscribe: (() => void) | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let disturbed = false;
  let stopped = false;

  function again(): void {
    if (stopped) return;
    clearTimeout(retry);
    disturbed = true;
    retry = setTimeout(() => void subscribe(), SUBSCRIBE_AGAIN_MS[failures] ?? SUBSCRIBE_AGAIN_MS.at(-1));
    failures += 1;
  }

  function cameBack(): void {
    head.now();
    signalFeeds();
  }

  async function show(activity: Activity): Promise<void> {
    try {
      if ((await hears(activity.author.handle)) && !stopped) crudSignalled(activity, own());
    } catch {
      // The head of the feed is read soon, and says the same.
    }
  }

  async function subscribe(): Promise<void> {
    try {
      await whenCalm();
      if (stopped) return;
      const stop = await subscribeToNewCruds({
        next(activity) {
          void show(activity);
          head.soon();
          signalFeeds();
        },
        error: again,
      });
      if (stopped) stop();
      else unsubscribe = stop;
    } catch {
      again();
    }
  }

  const stopFollowing = followConnection({
    connected(missed) {
      failures = 0;
      if (missed || disturbed) cameBack();
      disturbed = false;
    },
  });
  const onVisible = (): void => {
    if (!document.hidden) cameBack();
  };
  document.addEventListener('visibilitychange', onVisible);
  addEventListener('online', cameBack);
  void subscribe();

  return () => {
    stopped = true;
    clearTimeout(retry);
    unsubscribe?.();
    stopFollowing();
    head.stop();
    document.removeEventListener('visibilitychange', onVisible);
    removeEventListener('online', cameBack);
  };
}
