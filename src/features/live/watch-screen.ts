import { withNews } from '../../lib/data/activity.ts';
import { changeActivity, removeActivity } from '../../lib/data/cache/cache.ts';
import { followConnection } from '../../lib/data/connection.ts';
import { fetchActivity } from '../../lib/data/fetch-activity.ts';
import { onScreenRest, valuesOnScreen } from '../../lib/live/on-screen.ts';
import { watchActivities } from './api/on-activity-changed.ts';
import { applyNews } from './apply-news.ts';
import { planWatches, type Watch } from './model/plan-watches.ts';

const REST_MS = 600;

const ATTRIBUTE = 'data-crud-id';

/** Keeps counts and texts of the cruds on screen up to date, until the returned function is called (docs/adr/0005). */
export function watchScreen(): () => void {
  const open = new Map<Watch, { stop?: () => void; over: boolean }>();

  function close(watch: Watch): void {
    const state = open.get(watch)!;
    state.over = true;
    state.stop?.();
    open.delete(watch);
  }

  async function start(watch: Watch): Promise<void> {
    const state: { stop?: () => void; over: boolean } = { over: false };
    open.set(watch, state);
    try {
      const stop = await watchActivities(watch, {
        next: applyNews,
        // The next time the page rests, it is opened again.
        error: () => open.get(watch) === state && close(watch),
      });
      if (state.over) stop();
      else state.stop = stop;
    } catch {
      // It could not be opened: the same holds.
      if (open.get(watch) === state) close(watch);
    }
  }

  function adjust(): void {
    const plan = planWatches([...open.keys()], document.hidden ? [] : valuesOnScreen(ATTRIBUTE));
    for (const watch of open.keys()) if (!plan.includes(watch)) close(watch);
    for (const watch of plan) if (!open.has(watch)) void start(watch);
  }

  const stopResting = onScreenRest(REST_MS, adjust);
  document.addEventListener('visibilitychange', adjust);
  const stopFollowing = followConnection({
    connected: (missed) => {
      if (missed) void readAgain(valuesOnScreen(ATTRIBUTE));
    },
  });

  return () => {
    stopResting();
    stopFollowing();
    document.removeEventListener('visibilitychange', adjust);
    for (const watch of open.keys()) close(watch);
  };
}

/** What happened while the connection was away was not told and will not be: those on screen are asked for. */
async function readAgain(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    try {
      const now = await fetchActivity(id);
      if (now) changeActivity(id, (known) => withNews(known, now, true));
      else removeActivity(id);
    } catch {
      // What is shown stays as true as it was; the next news or visit mends it.
      return;
    }
  }
}
