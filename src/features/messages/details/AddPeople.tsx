import { useState } from 'react';
import { CONVERSATION_MAX_MEMBERS } from '../../../../shared/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ADD_MEMBERS } from '../api/documents.ts';
import type { Contact, Conversation } from '../model/types.ts';
import { PeoplePicker } from '../start/PeoplePicker.tsx';
import { useAct } from './use-act.ts';
import styles from './DetailsDialog.module.css';

/** Brings people into a group; they see what is said from then on. */
export function AddPeople({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { id, memberIds } = conversation;
  const [chosen, setChosen] = useState<Contact[]>([]);
  const { busy, act } = useAct();

  async function add(): Promise<void> {
    const added = chosen.map((contact) => contact.id);
    if (await act(ADD_MEMBERS, { conversationId: id, memberIds: added })) onClose();
  }

  return (
    <Dialog title="Add people" onClose={onClose} tall>
      <div className={styles.details}>
        <PeoplePicker
          label="Who is to come in?"
          chosen={chosen}
          onChange={setChosen}
          most={CONVERSATION_MAX_MEMBERS - memberIds.length}
          without={memberIds}
        />
        <p className={styles.hint}>They see what is said from now on, and nothing from before.</p>
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            busy={busy}
            aria-disabled={chosen.length === 0}
            onClick={() => chosen.length > 0 && void add()}
          >
            {chosen.length > 1 ? `Add ${chosen.length} people` : 'Add'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
