import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ask } from '../api/ask.ts';
import { EDIT } from '../api/documents.ts';
import { useMessaging } from '../live/context.ts';
import { explainProblem } from '../model/explain-problem.ts';
import type { ConversationEvent, DirectMessage } from '../sync/index.ts';
import { TextBox } from './TextBox.tsx';
import styles from './EditBox.module.css';

/** Changes an own message, in the place of the composer; the draft waits. */
export function EditBox({ message, onDone }: { message: DirectMessage; onDone: () => void }) {
  const { sync } = useMessaging();
  const { conversationId, seq } = message;
  const [text, setText] = useState(message.text ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function save(changed: string): Promise<void> {
    if (changed === message.text) return onDone();
    setBusy(true);
    setError(null);
    try {
      sync.receive(await ask<ConversationEvent>(EDIT, { conversationId, seq, text: changed }));
      onDone();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  }

  return (
    <div className={styles.edit}>
      <div className={styles.head}>
        <Icon name="edit" size={16} />
        <span className={styles.what}>Editing: {message.text}</span>
        <Button kind="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
      {error !== null && <Notice kind="error">Not changed. {explainProblem(error)}</Notice>}
      <TextBox
        label="Change your message"
        placeholder="Write a message"
        value={text}
        onChange={setText}
        onSubmit={(changed) => void save(changed)}
        submitLabel="Save"
        busy={busy}
        onEscape={onDone}
      />
    </div>
  );
}
