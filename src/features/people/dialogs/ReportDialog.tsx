import { useState, type FormEvent } from 'react';
import { REPORT_NOTE_MAX } from '../../../../shared/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { sendReport, type ReportReason } from '../api/report.ts';
import type { Somebody } from '../block-and-mute.ts';
import { REASONS } from '../model/report-reasons.ts';
import styles from './ReportDialog.module.css';

export interface ReportTarget {
  kind: 'crud' | 'person';
  id: string;
  /** Who is reported, or wrote what is. */
  person: Somebody;
}

interface ReportDialogProps {
  target: ReportTarget;
  onMute: () => void;
  onBlock: () => void;
  onClose: () => void;
}

/** Asks for a reason and, if one likes, for words; thanks, and offers what helps at once. */
export function ReportDialog({ target, ...then }: ReportDialogProps) {
  const { onClose } = then;
  const { kind, id, person } = target;
  const [reason, setReason] = useState<ReportReason>();
  const [note, setNote] = useState('');
  const [state, setState] = useState<'asking' | 'sending' | 'sent'>('asking');
  const [error, setError] = useState<unknown>();

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!reason || state === 'sending') return;
    setState('sending');
    setError(undefined);
    try {
      await sendReport(kind, { id, reason, note: note.trim() });
      setState('sent');
    } catch (thrown) {
      setError(thrown);
      setState('asking');
    }
  }

  const title = kind === 'crud' ? `Report a crud by @${person.handle}` : `Report @${person.handle}`;
  if (state === 'sent') return <Thanks person={person} {...then} />;
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void send(event)}>
        <fieldset className={styles.reasons}>
          <legend>What is wrong? Moderators read it; @{person.handle} does not learn who wrote.</legend>
          {REASONS.map(({ value, label, hint }, index) => (
            <label key={value} className={styles.reason}>
              <input
                type="radio"
                name="reason"
                required
                data-autofocus={index === 0 ? '' : undefined}
                checked={reason === value}
                onChange={() => setReason(value)}
              />
              <span>
                {label}
                <small>{hint}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <label className={styles.note}>
          Anything to add?
          <textarea
            rows={3}
            maxLength={REPORT_NOTE_MAX}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        {error !== undefined && <ErrorNotice error={error} />}
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={state === 'sending'}>
            Report
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Thanks({
  person,
  onMute,
  onBlock,
  onClose,
}: Omit<ReportDialogProps, 'target'> & { person: Somebody }) {
  return (
    <Dialog title="Thank you" onClose={onClose}>
      <div role="status" className={styles.thanks}>
        <p>A moderator will look at it. Until then you need not see more of @{person.handle}:</p>
      </div>
      <div className={styles.actions}>
        <Button onClick={onMute}>Mute</Button>
        <Button onClick={onBlock}>Block</Button>
        <Button kind="primary" onClick={onClose} data-autofocus="">
          Done
        </Button>
      </div>
    </Dialog>
  );
}
