import { useState, type FormEvent } from 'react';
import { REPORT_NOTE_MAX } from '../../../../shared/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { sendAct } from '../api/moderation.ts';
import { WORDS, type Intent } from './acts.ts';
import { actDone } from './act-done.ts';
import styles from './ActDialog.module.css';

interface ActDialogProps {
  intent: Intent;
  onClose: () => void;
}

/** Asks for the reason of an act, which is logged, and does it. */
export function ActDialog({ intent, onClose }: ActDialogProps) {
  const { field, id, handle } = intent;
  const words = WORDS[field];
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function act(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    if (reason.trim() === '') {
      setMissing(true);
      (event.target as HTMLFormElement).querySelector('textarea')?.focus();
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      await sendAct(field, id, reason.trim());
      actDone(intent);
      showToast(words.done);
      onClose();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  }

  return (
    <Dialog title={words.title(handle)} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={(event) => void act(event)}>
        <p>{words.explanation}</p>
        <TextArea
          label="Reason"
          rows={3}
          maxLength={REPORT_NOTE_MAX}
          data-autofocus=""
          hint="Every act is logged with its reason."
          error={missing && reason.trim() === '' ? 'Please give a reason.' : undefined}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {error !== undefined && <ErrorNotice error={error} />}
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind={words.kind} busy={busy}>
            {words.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
