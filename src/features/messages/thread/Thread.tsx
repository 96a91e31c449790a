import { useRef, useState } from 'react';
import { useConversation, useContacts, useMessaging, useSync } from '../live/context.ts';
import { othersIn, titleOf } from '../model/names.ts';
import type { Conversation } from '../model/types.ts';
import type { DirectMessage, MessageLog, Unsent } from '../sync/index.ts';
import { EditBox } from '../compose/EditBox.tsx';
import { MessageComposer } from '../compose/MessageComposer.tsx';
import { WriteNotice, useWriteObstacle } from '../compose/WriteNotice.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { MessageList } from './MessageList.tsx';
import { NewMessagesPill } from './NewMessagesPill.tsx';
import { ThreadHeader } from './ThreadHeader.tsx';
import { useReading } from './use-reading.ts';
import { useThreadScroll } from './use-thread-scroll.ts';
import styles from './Thread.module.css';

interface ThreadProps {
  conversation: Conversation;
  log: MessageLog;
}

const NOTHING: readonly Unsent[] = [];

/** A conversation: who it is with, what was said, and where one writes. */
export function Thread({ conversation, log }: ThreadProps) {
  const { me } = useMessaging();
  const { id } = conversation;
  const outbox = useSync((state) => state.outbox);
  const person = useContacts(conversation.memberIds);
  const box = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<DirectMessage | null>(null);
  // Where the reader was when the conversation was opened: the mark of what is unread stays there.
  const [readUpTo] = useState(conversation.unread > 0 ? conversation.readUpTo : 0);
  const mine = outbox.filter((unsent) => unsent.conversationId === id);
  const unsent = mine.length > 0 ? mine : NOTHING;
  const oldest = log.messages[0]?.seq ?? 0;
  const scroll = useThreadScroll(box, { oldest, newest: log.to, unsent: unsent.length });
  const unseen = useReading(id, log, scroll.atEnd);
  const obstacle = useWriteObstacle(conversation);

  return (
    <section className={styles.thread} aria-label={titleOf(conversation, me, person)}>
      <ThreadHeader conversation={conversation} />
      <ConnectionBanner />
      <div className={styles.middle}>
        <div
          ref={box}
          className={styles.scroll}
          role="region"
          aria-label="Messages"
          tabIndex={0}
          onScroll={scroll.onScroll}
        >
          <MessageList
            conversation={conversation}
            log={log}
            unsent={unsent}
            readUpTo={readUpTo}
            box={box}
            onEdit={setEditing}
          />
        </div>
        <NewMessagesPill count={unseen} atEnd={scroll.atEnd} onClick={scroll.scrollToEnd} />
      </div>
      {obstacle ? (
        <WriteNotice obstacle={obstacle} />
      ) : editing ? (
        <EditBox key={editing.seq} message={editing} onDone={() => setEditing(null)} />
      ) : (
        <MessageComposer
          key={id}
          conversationId={id}
          isAlone={othersIn(conversation, me).length === 0}
          onEditLast={() =>
            setEditing(log.messages.findLast((one) => one.senderId === me && one.text) ?? null)
          }
        />
      )}
    </section>
  );
}

/** The conversation of an id, once it is known. */
export function useThread(id: string): ThreadProps | null {
  const conversation = useConversation(id);
  const log = useSync((state) => state.logs[id]);
  return conversation && log ? { conversation, log } : null;
}
