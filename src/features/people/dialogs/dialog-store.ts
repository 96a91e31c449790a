import type { ReactNode } from 'react';
import { createStore } from '../../../lib/store/create-store.ts';

/** The dialog that is open. It belongs to no menu or card, so that it stays when what opened it goes. */
export const peopleDialog = createStore<{ element: ReactNode } | undefined>(undefined);

export function closePeopleDialog(): void {
  peopleDialog.set(undefined);
}
