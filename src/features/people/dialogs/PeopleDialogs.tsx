import { useStore } from '../../../lib/store/create-store.ts';
import { peopleDialog } from './dialog-store.ts';

/** Where the dialogs of `askToBlock`, `askToMute` and `askToReport` open. Rendered once, in the shell. */
export function PeopleDialogs() {
  return useStore(peopleDialog)?.element;
}
