import { useId, useState, type FormEvent } from 'react';
import { graphemeLength } from '../../../../shared/graphemes.ts';
import { CRUD_MAX_GRAPHEMES, REPLY_MAX_GRAPHEMES } from '../../../../shared/limits.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { useClock } from '../../../lib/time/clock.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { GraphemeMeter } from '../../../ui/GraphemeMeter.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { editableMinutes } from './editable.ts';
import styles from './EditDialog.module.css';

interface EditDialogProps {
  activity: Activity;
  /** Throws what kept it from being changed. */
  onSave: (message: string) => Promise<void>;
  onClose: () => void;
}

/** Changes the text of one's own crud, while that is allowed. What one typed is never lost to an error. */
export function EditDialog({ activity, onSave, onClose }: EditDialogProps) {
  const [text, setText] = useState(activity.message);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const minutes = useClock((now) => editableMinutes(activity, now));
  const id = useId();
  const limit = activity.parentId ? REPLY_MAX_GRAPHEMES : CRUD_MAX_GRAPHEMES;
  const message = text.trim();
  const possible = minutes > 0 && message !== '' && graphemeLength(message) <= limit;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!possible || busy) return;
    if (message === activity.message) return onClose();
    setBusy(true);
    setError(undefined);
    try {
      await onSave(message);
      onClose();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  }

  return (
    <Dialog title={activity.parentId ? 'Edit your reply' : 'Edit your crud'} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <textarea
          className={styles.text}
          aria-label="Text"
          aria-describedby={`${id}-left ${id}-time`}
          aria-invalid={graphemeLength(message) > limit || undefined}
          dir="auto"
          rows={4}
          data-autofocus=""
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
          }}
        />
        {error !== undefined && <ErrorNotice error={error} />}
        <div className={styles.tools}>
          <p id={`${id}-time`} className={styles.time}>
            {minutes > 0
              ? `You can change it for ${minutes} more ${minutes === 1 ? 'minute' : 'minutes'}. It will say «edited».`
              : 'The five minutes for changing it are over.'}
          </p>
          <GraphemeMeter id={`${id}-left`} length={graphemeLength(text)} limit={limit} />
          <Button type="submit" kind="primary" busy={busy} aria-disabled={!possible}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
