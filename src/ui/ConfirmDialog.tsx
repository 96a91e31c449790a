import { useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import styles from './ConfirmDialog.module.css';

interface ConfirmDialogProps {
  title: string;
  /** What happens. */
  children: ReactNode;
  /** The word on the button that does it. */
  confirm: string;
  /** `danger` unless what happens is harmless. */
  kind?: 'danger' | 'primary';
  /** Does it; the dialog closes when that is done, and says what went wrong when it throws. */
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before something that cannot be taken back, or not easily. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  kind = 'danger',
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function run(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.text}>{children}</div>
      {error !== undefined && <ErrorNotice error={error} />}
      <div className={styles.actions}>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind={kind} busy={busy} onClick={() => void run()} data-autofocus="">
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
