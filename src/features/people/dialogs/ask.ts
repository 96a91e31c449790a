import type { ReactNode } from 'react';
import { explain } from '../../../lib/errors/explain.ts';
import { showToast } from '../../../ui/toast-store.ts';
import type { Somebody } from '../block-and-mute.ts';
import { peopleDialog } from './dialog-store.ts';
import type * as Parts from './parts.tsx';
import type { ReportTarget } from './ReportDialog.tsx';

// Few ever open one of these, so their code comes then.
async function open(render: (parts: typeof Parts) => ReactNode): Promise<void> {
  try {
    const parts = await import('./parts.tsx');
    peopleDialog.set({ element: render(parts) });
  } catch (error) {
    showToast(explain(error).title, 'error');
  }
}

/** Asks whether to block somebody, saying what that does. */
export function askToBlock(person: Somebody): void {
  void open((parts) => parts.blockDialog(person));
}

/** Asks whether to mute somebody, saying what that does. */
export function askToMute(person: Somebody): void {
  void open((parts) => parts.muteDialog(person));
}

/** Asks why somebody, or one of their cruds, is to be reported. */
export function askToReport(target: ReportTarget): void {
  void open((parts) => parts.reportDialog(target));
}
