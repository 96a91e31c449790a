import { useMemo, useRef, type RefObject } from 'react';
import { useClock } from '../../../lib/time/clock.ts';
import { Button } from '../../../ui/Button.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { useContacts, useMessaging } from '../live/context.ts';
import { explainProblem } from '../model/explain-problem.ts';
import { rowsOf } from '../model/rows.ts';
import { dayName } from '../model/times.ts';
import type { Conversation } from '../model/types.ts';
import type { DirectMessage, MessageLog, Unsent } from '../sync/index.ts';
import { MessageRow } from './MessageRow.tsx';
import { MessageStatus } from './MessageStatus.tsx';
import { TypingLine } from './TypingLine.tsx';
import { UnsentRow } from './UnsentRow.tsx';
import { useOlder } from './use-older.ts';
import styles from './MessageList.module.css';

interface MessageListProps {
  conversation: Conversation;
  log: MessageLog;
  unsent: readonly Unsent[];
  readUpTo: number;
  box: RefObject<HTMLElement | null>;
  onEdit: (message: DirectMessage) => void;
}

/** What was said, oldest first, by days and authors; older pages come as one scrolls back. */
export function MessageList({ conversation, log, unsent, readUpTo, box, onEdit }: MessageListProps) {
  const { me } = useMessaging();
  const start = useRef<HTMLDivElement>(null);
  const { messages, hasOlder } = log;
  const authors = useMemo(() => [...new Set(messages.map(({ senderId }) => senderId))], [messages]);
  const person = useContacts(authors);
  const older = useOlder(conversation.id, box, start, messages[0]?.seq ?? 0, hasOlder);
  const rows = useMemo(() => rowsOf({ messages, unsent, readUpTo, me }), [messages, unsent, readUpTo, me]);
  const newest = messages.at(-1);
  const isOwnNewest = newest?.senderId === me && unsent.length === 0;

  return (
    <div className={styles.list}>
      <div ref={start} className={styles.start}>
        {older.loading && (
          <span role="status">
            <Spinner /> <span className="visually-hidden">Loading older messages</span>
          </span>
        )}
        {older.error !== null && (
          <>
            <span role="alert">{explainProblem(older.error)}</span>
            <Button icon="retry" onClick={older.load}>
              Try again
            </Button>
          </>
        )}
        {!hasOlder && <span>{startText(conversation)}</span>}
      </div>
      <ol className={styles.rows}>
        {rows.map((row) => {
          if (row.kind === 'day') return <Day key={row.key} at={row.at} />;
          if (row.kind === 'unread') return <UnreadMark key={row.key} />;
          if (row.kind === 'unsent') return <UnsentRow key={row.key} unsent={row.unsent} />;
          const { message, place } = row;
          return (
            <MessageRow
              key={row.key}
              message={message}
              first={place.first}
              last={place.last}
              isOwn={message.senderId === me}
              isGroup={conversation.kind === 'GROUP'}
              author={person(message.senderId)}
              onEdit={onEdit}
            />
          );
        })}
      </ol>
      {isOwnNewest && <MessageStatus conversation={conversation} message={newest} />}
      <TypingLine conversationId={conversation.id} />
    </div>
  );
}

function startText({ kind }: Conversation): string {
  if (kind === 'NOTES') return 'Only you can read what you write here.';
  return 'This is where your conversation starts.';
}

function Day({ at }: { at: number }) {
  const name = useClock((now) => dayName(at, now));
  return (
    <li className={styles.day}>
      <span>{name}</span>
    </li>
  );
}

function UnreadMark() {
  return (
    <li className={styles.unread} data-unread-mark="">
      <span>New messages</span>
    </li>
  );
}
