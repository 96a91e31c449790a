import type { Activity } from '../data/types.ts';
import { createStore } from '../store/create-store.ts';

/** What somebody writes. Features that offer it know nothing of the composer itself. */
export type ComposeTarget =
  { kind: 'new' } | { kind: 'reply'; to: Activity } | { kind: 'quote'; of: Activity };

/** What the composer's dialog is open for. */
export const composeDialog = createStore<ComposeTarget | undefined>(undefined);

/** One for each thing that can be written, a draft each: «new», «reply.<id>», «quote.<id>». */
export function slotOf(target: ComposeTarget): string {
  if (target.kind === 'new') return 'new';
  return `${target.kind}.${target.kind === 'reply' ? target.to.id : target.of.id}`;
}

/** Lets somebody write: in the composer for it that is on the page and visible, else in a dialog. */
export function compose(target: ComposeTarget): void {
  const inline = document.querySelector<HTMLElement>(`[data-composer="${slotOf(target)}"]`);
  if (!inline?.checkVisibility()) return composeDialog.set(target);
  inline.focus({ preventScroll: true });
  inline.scrollIntoView({ block: 'center' });
}
