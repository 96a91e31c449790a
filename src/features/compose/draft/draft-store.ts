import { readLocal, writeLocal } from '../../../lib/storage/local.ts';
import { createStore, type Store } from '../../../lib/store/create-store.ts';
import { parseDraft, type Draft } from './draft.ts';
import { saveSoon } from './save-soon.ts';

const SAVE_WITHIN_MS = 500;
const stores = new Map<string, Store<Draft>>();
const anything = (value: unknown): value is unknown => value !== undefined;

/**
 * A person's draft, the same for every composer on the page. It is kept in this browser, within half a second and when
 * the page is left, so that a reload or a crash loses at most the last word.
 */
export function draftStore(userId: string): Store<Draft> {
  const existing = stores.get(userId);
  if (existing) return existing;
  const key = `cruddur.draft.${userId}`;
  const store = createStore<Draft>(parseDraft(readLocal(key, anything)));
  const saver = saveSoon<Draft>((draft) => writeLocal(key, draft), SAVE_WITHIN_MS);
  store.subscribe(() => saver.changed(store.get()));
  addEventListener('pagehide', saver.flush);
  document.addEventListener('visibilitychange', saver.flush);
  stores.set(userId, store);
  return store;
}
