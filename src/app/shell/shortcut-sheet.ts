import { createStore } from '../../lib/store/create-store.ts';

export const shortcutSheet = createStore(false);

export function openShortcutSheet(): void {
  shortcutSheet.set(true);
}
