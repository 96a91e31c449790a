import { useState } from 'react';
import { Link } from 'react-router';
import { IconButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { DetailsDialog } from '../details/DetailsDialog.tsx';
import { useContacts, useMessaging } from '../live/context.ts';
import { othersIn, titleOf } from '../model/names.ts';
import type { Conversation } from '../model/types.ts';
import { ConversationFace } from '../people/ConversationFace.tsx';
import styles from './ThreadHeader.module.css';

/** Who the conversation is with, the way back on a phone, and the way to everything about it. */
export function ThreadHeader({ conversation }: { conversation: Conversation }) {
  const { me } = useMessaging();
  const [isOpen, setOpen] = useState(false);
  const person = useContacts(conversation.memberIds);
  const { kind, muted, memberIds } = conversation;
  const other = kind === 'DIRECT' ? person(othersIn(conversation, me)[0]!) : null;
  return (
    <header className={styles.header}>
      <Link to="/messages" className={styles.back} aria-label="Back to all messages">
        <Icon name="back" />
      </Link>
      <ConversationFace conversation={conversation} size={40} />
      <div className={styles.who}>
        <h2 className={styles.title}>
          <bdi>{titleOf(conversation, me, person)}</bdi>
          {muted && (
            <>
              <Icon name="bellOff" size={16} />
              <span className="visually-hidden"> (muted)</span>
            </>
          )}
        </h2>
        <p className={styles.sub}>
          {other && <Link to={`/@${other.handle}`}>@{other.handle}</Link>}
          {kind === 'GROUP' && `${memberIds.length} ${memberIds.length === 1 ? 'member' : 'members'}`}
          {kind === 'NOTES' && 'Nobody else reads them'}
        </p>
      </div>
      <IconButton icon="more" label="About this conversation" onClick={() => setOpen(true)} />
      {isOpen && <DetailsDialog conversation={conversation} onClose={() => setOpen(false)} />}
    </header>
  );
}
