import { explain } from '../../../lib/errors/explain.ts';
import { openOverlay } from '../../../ui/overlay-store.ts';
import { showToast } from '../../../ui/toast-store.ts';
import type { Somebody } from '../block-and-mute.ts';
import type * as Parts from './parts.ts';
import type { ReportTarget } from './ReportDialog.tsx';

// Few ever open one of these, so their code comes then.
async function withParts(open: (parts: typeof Parts) => void): Promise<void> {
  try {
    open(await import('./parts.ts'));
  } catch (error) {
    showToast(explain(error).title, 'error');
  }
}

/** Asks whether to block somebody, saying what that does. */
export function askToBlock(person: Somebody): void {
  void withParts(({ BlockDialog }) =>
    openOverlay((close) => <BlockDialog person={person} onClose={close} />),
  );
}

/** Asks whether to mute somebody, saying what that does. */
export function askToMute(person: Somebody): void {
  void withParts(({ MuteDialog }) => openOverlay((close) => <MuteDialog person={person} onClose={close} />));
}

/** Asks why somebody, or one of their cruds, is to be reported; offers to mute or block them afterwards. */
export function askToReport(target: ReportTarget): void {
  void withParts(({ ReportDialog }) =>
    openOverlay((close) => (
      <ReportDialog
        target={target}
        onMute={() => {
          close();
          askToMute(target.person);
        }}
        onBlock={() => {
          close();
          askToBlock(target.person);
        }}
        onClose={close}
      />
    )),
  );
}
