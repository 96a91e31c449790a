import { readLocal, writeLocal } from '../../../lib/storage/local.ts';
import { createStore } from '../../../lib/store/create-store.ts';
import { isRecent, withRecent } from '../model/recent.ts';

const KEY = 'cruddur.searches';

/** What was searched for in this browser; it is told to nobody. */
export const recentSearches = createStore<readonly string[]>(readLocal(KEY, isRecent) ?? []);

export function rememberSearch(text: string): void {
  recentSearches.set((recent) => withRecent(recent, text));
  writeLocal(KEY, recentSearches.get());
}

export function forgetSearches(): void {
  recentSearches.set([]);
  writeLocal(KEY, undefined);
}
