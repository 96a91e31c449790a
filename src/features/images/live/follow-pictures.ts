import { renameProfile } from '../../../lib/data/cache/people.ts';
import { followConnection } from '../../../lib/data/connection.ts';
import { fetchPictures } from '../api/documents.ts';
import { listenToPeople } from '../api/subscribe.ts';
import { audience } from './audience.ts';
import { onScreenRest, valuesOnScreen } from '../../../lib/live/on-screen.ts';
import { showPicture } from './show-picture.ts';

const REST_MS = 800;

const AGAIN_MS = [2000, 5000, 15_000, 60_000];

/**
 * Shows new pictures of whoever is on the screen as soon as they change theirs, until the returned function is called.
 * What was missed while the connection was away is asked for once it is back.
 */
export function followPictures(self: string): () => void {
  let people: readonly string[] = [];
  let unsubscribe: (() => void) | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let disturbed = false;
  let stopped = false;

  async function subscribe(): Promise<void> {
    const heard = people;
    clearTimeout(retry);
    try {
      const stop = await listenToPeople(heard, { next: showPicture, error: again });
      // The new one is there before the old one ends: nothing is missed in between.
      unsubscribe?.();
      unsubscribe = stop;
      if (stopped || heard !== people) stop();
    } catch {
      again();
    }
  }

  function again(): void {
    if (stopped) return;
    clearTimeout(retry);
    disturbed = true;
    retry = setTimeout(() => void subscribe(), AGAIN_MS[failures] ?? AGAIN_MS.at(-1));
    failures += 1;
  }

  function look(): void {
    if (document.hidden) return;
    const next = audience(people, valuesOnScreen('data-person'), self);
    if (next === people) return;
    people = next;
    void subscribe();
  }

  async function catchUp(): Promise<void> {
    try {
      for (const pictures of await fetchPictures(people)) renameProfile(pictures);
    } catch {
      // Pictures that are a little old; the next reconnection asks again.
      disturbed = true;
    }
  }

  const stopFollowing = followConnection({
    connected(missed) {
      failures = 0;
      if ((missed || disturbed) && people.length > 0) void catchUp();
      disturbed = false;
    },
  });
  const stopLooking = onScreenRest(REST_MS, look);
  document.addEventListener('visibilitychange', look);

  return () => {
    stopped = true;
    clearTimeout(retry);
    unsubscribe?.();
    stopFollowing();
    stopLooking();
    document.removeEventListener('visibilitychange', look);
  };
}
