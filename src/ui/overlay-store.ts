import type { ReactNode } from 'react';
import { createStore } from '../lib/store/create-store.ts';

interface Overlay {
  id: number;
  render: (close: () => void) => ReactNode;
}

let lastId = 0;

export const overlays = createStore<readonly Overlay[]>([]);

/**
 * Shows a dialog over whatever page is there, until it closes itself or another page opens. For dialogs whose code is
 * loaded when it is needed: `openOverlay((close) => <ReportDialog onClose={close} />)`.
 */
export function openOverlay(render: Overlay['render']): void {
  lastId += 1;
  overlays.set((all) => [...all, { id: lastId, render }]);
}

export function closeOverlay(id: number): void {
  overlays.set((all) => all.filter((overlay) => overlay.id !== id));
}
