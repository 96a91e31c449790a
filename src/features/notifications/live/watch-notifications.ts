import { followConnection } from '../../../lib/data/connection.ts';
import { fetchUnread } from '../api/notifications.ts';
import { subscribeToSignals } from '../api/signals.ts';
import { joinTabs, showUnread } from './unread.ts';
import { createUnreadWatch } from './unread-watch.ts';

const SUBSCRIBE_AGAIN_MS = [2000, 5000, 15_000, 60_000];

/** Keeps the number of unread notifications true until the returned function is called. */
function watch(userId: string): () => void {
  const tabs = joinTabs(userId, (count) => unread.heard(count));
  const unread = createUnreadWatch({
    ask: fetchUnread,
    show: (count) => showUnread(userId, count),
    tell: tabs.tell,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  let unsubscribe: (() => void) | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let disturbed = false;

  function subscribe(): void {
    unsubscribe?.();
    unsubscribe = subscribeToSignals({
      next: () => {
        failures = 0;
        unread.signalled();
      },
      error: () => {
        clearTimeout(retry);
        disturbed = true;
        retry = setTimeout(subscribe, SUBSCRIBE_AGAIN_MS[failures] ?? SUBSCRIBE_AGAIN_MS.at(-1));
        failures += 1;
      },
    });
  }

  const stopFollowing = followConnection({
    connected(missed) {
      failures = 0;
      if (missed || disturbed) unread.returned();
      disturbed = false;
    },
  });
  const onVisible = (): void => {
    if (!document.hidden) unread.returned();
  };
  document.addEventListener('visibilitychange', onVisible);
  addEventListener('online', unread.returned);
  subscribe();

  return () => {
    clearTimeout(retry);
    unsubscribe?.();
    stopFollowing();
    unread.stop();
    tabs.close();
    document.removeEventListener('visibilitychange', onVisible);
    removeEventListener('online', unread.returned);
  };
}

const watched = new Map<string, { users: number; stop: () => void }>();

/** The same for everything on the page that shows the number: one watch, as long as anybody needs it. */
export function watchNotifications(userId: string): () => void {
  const known = watched.get(userId) ?? { users: 0, stop: watch(userId) };
  known.users += 1;
  watched.set(userId, known);
  return () => {
    known.users -= 1;
    if (known.users > 0) return;
    known.stop();
    watched.delete(userId);
  };
}
