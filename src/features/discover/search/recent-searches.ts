import { session, useSession, type Session } from '../../../lib/session/session.ts';
import { readLocal, writeLocal } from '../../../lib/storage/local.ts';
import { createStore, useStore, type Store } from '../../../lib/store/create-store.ts';
import { isRecent, withRecent } from '../model/recent.ts';

// By person: whoever uses this browser next does not see what the one before looked for.
const keyOf = (current: Session): string =>
  `cruddur.searches.${current.status === 'person' ? current.person.userId : 'visitor'}`;

const stores = new Map<string, Store<readonly string[]>>();

function storeAt(key: string): Store<readonly string[]> {
  const existing = stores.get(key);
  if (existing) return existing;
  const store = createStore<readonly string[]>(readLocal(key, isRecent) ?? []);
  stores.set(key, store);
  return store;
}

/** What one searched for in this browser; it is told to nobody. */
export function useRecentSearches(): readonly string[] {
  return useStore(storeAt(keyOf(useSession())));
}

export function rememberSearch(text: string): void {
  const key = keyOf(session.get());
  const store = storeAt(key);
  store.set((recent) => withRecent(recent, text));
  writeLocal(key, store.get());
}

export function forgetSearches(): void {
  const key = keyOf(session.get());
  storeAt(key).set([]);
  writeLocal(key, undefined);
}
