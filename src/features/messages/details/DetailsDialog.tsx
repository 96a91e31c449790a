import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { askToBlock } from '../../people/index.ts';
import { MUTE } from '../api/documents.ts';
import { useContacts, useMessaging } from '../live/context.ts';
import { othersIn } from '../model/names.ts';
import type { Conversation } from '../model/types.ts';
import { ContactLine } from '../people/ContactLine.tsx';
import { AddPeople } from './AddPeople.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { MemberList } from './MemberList.tsx';
import { RenameForm } from './RenameForm.tsx';
import { useAct } from './use-act.ts';
import styles from './DetailsDialog.module.css';

/** Everything about a conversation: who is in it, its name, whether it makes itself heard, and the way out. */
export function DetailsDialog({
  conversation,
  onClose,
}: {
  conversation: Conversation;
  onClose: () => void;
}) {
  const { id, kind, muted } = conversation;
  const [part, setPart] = useState<'all' | 'add' | 'leave'>('all');
  const { busy, act } = useAct();
  if (part === 'leave') return <LeaveDialog conversation={conversation} onClose={onClose} />;
  if (part === 'add') return <AddPeople conversation={conversation} onClose={() => setPart('all')} />;
  return (
    <Dialog title="About this conversation" onClose={onClose}>
      <div className={styles.details}>
        {kind === 'GROUP' && <RenameForm conversation={conversation} />}
        {kind === 'GROUP' && <MemberList conversation={conversation} />}
        {kind === 'DIRECT' && <Other conversation={conversation} onClose={onClose} />}
        <div className={styles.actions}>
          {kind === 'GROUP' && (
            <Button icon="userPlus" onClick={() => setPart('add')}>
              Add people
            </Button>
          )}
          {kind !== 'NOTES' && (
            <Button
              icon={muted ? 'bell' : 'bellOff'}
              aria-pressed={muted}
              busy={busy}
              onClick={() => void act(MUTE, { conversationId: id, muted: !muted })}
            >
              {muted ? 'Unmute' : 'Mute'}
            </Button>
          )}
          {kind === 'GROUP' && (
            <Button icon="signOut" onClick={() => setPart('leave')}>
              Leave the group
            </Button>
          )}
        </div>
        <p className={styles.hint}>
          {kind === 'NOTES'
            ? 'Notes to yourself: nobody else can read them.'
            : muted
              ? 'Muted: new messages don’t count in the badge.'
              : 'Muting keeps new messages out of the badge.'}
        </p>
      </div>
    </Dialog>
  );
}

function Other({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { me } = useMessaging();
  const [id] = othersIn(conversation, me);
  const person = useContacts(id ? [id] : []);
  if (!id) return null;
  const contact = person(id);
  return (
    <ContactLine
      id={id}
      contact={contact}
      end={
        contact &&
        !contact.blockedByMe && (
          <Button
            kind="quiet"
            icon="block"
            onClick={() => {
              onClose();
              askToBlock(contact);
            }}
          >
            Block
          </Button>
        )
      }
    />
  );
}
