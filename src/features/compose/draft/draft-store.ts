import { localKeys, readLocal, writeLocal } from '../../../lib/storage/local.ts';
import { createStore, type Store } from '../../../lib/store/create-store.ts';
import { isAbandoned, parseDraft, type Draft } from './draft.ts';
import { saveSoon } from './save-soon.ts';

const SAVE_WITHIN_MS = 500;
const stores = new Map<string, Store<Draft>>();
const anything = (value: unknown): value is unknown => value !== undefined;

/**
 * A person's draft, one for each thing that they write (`slotOf`), the same for every composer of it on the page. It is
 * kept in this browser, within half a second and when the page is left, so that a reload or a crash loses at most the last
 * word.
 */
export function draftStore(userId: string, slot: string): Store<Draft> {
  const prefix = `cruddur.draft.${userId}`;
  const key = slot === 'new' ? prefix : `${prefix}.${slot}`;
  const existing = stores.get(key);
  if (existing) return existing;
  if (slot !== 'new') forgetAbandoned(`${prefix}.`);
  const store = createStore<Draft>(parseDraft(readLocal(key, anything)));
  const saver = saveSoon<Draft>((draft) => keep(key, slot, draft), SAVE_WITHIN_MS);
  store.subscribe(() => saver.changed(store.get()));
  addEventListener('pagehide', saver.flush);
  document.addEventListener('visibilitychange', saver.flush);
  stores.set(key, store);
  return store;
}

function keep(key: string, slot: string, draft: Draft): void {
  // Of new cruds the lifetime is remembered; an empty reply is nothing to keep.
  const isEmpty = slot !== 'new' && draft.text === '';
  writeLocal(key, isEmpty ? undefined : { ...draft, at: Date.now() });
}

/** Drafts of replies to what has long faded do not fill this browser for ever. */
function forgetAbandoned(prefix: string): void {
  for (const key of localKeys().filter((name) => name.startsWith(prefix))) {
    if (isAbandoned(readLocal(key, anything), Date.now())) writeLocal(key, undefined);
  }
}
