import { session } from '../../../lib/session/session.ts';
import { createStore, useStore } from '../../../lib/store/create-store.ts';
import { startMessaging, type Messaging } from './messaging.ts';

const REFRESH_EVERY_MS = 60_000;

const current = createStore<Messaging | null>(null);
let isFollowing = false;

/** Keeps whoever is signed in connected, from the first call on. */
export function followMessages(): void {
  if (isFollowing) return;
  isFollowing = true;
  session.subscribe(change);
  change();
  const refresh = (): void => {
    if (!document.hidden) current.get()?.refresh();
  };
  document.addEventListener('visibilitychange', refresh);
  addEventListener('online', refresh);
  // A connection can be dead without a sign of it.
  setInterval(refresh, REFRESH_EVERY_MS);
}

function change(): void {
  const now = session.get();
  const me = now.status === 'person' ? now.person.userId : undefined;
  const before = current.get();
  if (before?.me === me) return;
  before?.stop();
  current.set(me ? startMessaging(me) : null);
}

/** The signed-in person's messages; null while nobody is known to be signed in. */
export function useCurrentMessaging(): Messaging | null {
  return useStore(current);
}
