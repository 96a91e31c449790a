import { createStore } from '../../lib/store/create-store.ts';

export const composerDialog = createStore(false);

/** Lets somebody write: in the composer that is on the page and visible, else in a dialog. */
export function openComposer(): void {
  const inline = document.querySelector<HTMLElement>('[data-composer]');
  if (inline?.checkVisibility()) {
    inline.focus({ preventScroll: true });
    inline.scrollIntoView({ block: 'center' });
  } else {
    composerDialog.set(true);
  }
}
