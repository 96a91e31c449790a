import { memo } from 'react';
import { NavLink } from 'react-router';
import { useStore } from '../../../lib/store/create-store.ts';
import { useClock } from '../../../lib/time/clock.ts';
import { fullTime } from '../../../lib/time/format.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useMessaging, useSync } from '../live/context.ts';
import { readDraft } from '../live/drafts.ts';
import { nameOf, titleOf, type Known } from '../model/names.ts';
import { shortWhen } from '../model/times.ts';
import type { Conversation } from '../model/types.ts';
import { ConversationFace } from '../people/ConversationFace.tsx';
import styles from './ConversationRow.module.css';

interface ConversationRowProps {
  conversation: Conversation;
  person: (id: string) => Known;
}

/** A conversation in the list: with whom, what was said last and when, and how much is unread. */
export const ConversationRow = memo(function ConversationRow({ conversation, person }: ConversationRowProps) {
  const { me } = useMessaging();
  const { id, unread, muted, lastActivityAt } = conversation;
  const at = Date.parse(lastActivityAt ?? '');
  const when = useClock((now) => shortWhen(at, now));
  return (
    <li>
      <NavLink to={`/messages/${id}`} className={classNames(styles.row, unread > 0 && styles.unread)}>
        <ConversationFace conversation={conversation} size={44} />
        <span className={styles.middle}>
          <span className={styles.top}>
            <bdi className={styles.title}>{titleOf(conversation, me, person)}</bdi>
            {muted && (
              <>
                <Icon name="bellOff" size={15} />
                <span className="visually-hidden">muted</span>
              </>
            )}
            <time className={styles.when} dateTime={lastActivityAt ?? undefined} title={fullTime(at)}>
              {when}
            </time>
          </span>
          <span className={styles.bottom}>
            <Preview conversation={conversation} person={person} />
            <span className={muted ? styles.quiet : undefined}>
              <Badge count={unread} label="unread" />
            </span>
          </span>
        </span>
      </NavLink>
    </li>
  );
});

/** What there is to know first: that something wasn't sent, that somebody types, a draft, or the last message. */
function Preview({ conversation, person }: ConversationRowProps) {
  const { me, typing } = useMessaging();
  const { id, kind, lastMessage } = conversation;
  const outbox = useSync((state) => state.outbox);
  const isTyping = useStore(typing.typists)[id]?.some((who) => !person(who)?.blockedByMe);
  const unsent = outbox.findLast(({ conversationId }) => conversationId === id);
  const draft = readDraft(me, id);
  if (unsent) {
    const failed = unsent.state === 'refused' || unsent.attempts > 2;
    return (
      <span className={styles.preview}>
        {failed && <span className={styles.alarm}>Not sent: </span>}
        {unsent.text}
      </span>
    );
  }
  if (isTyping) return <span className={styles.preview}>typing…</span>;
  if (draft) {
    return (
      <span className={styles.preview}>
        <span className={styles.draft}>Draft: </span>
        {draft}
      </span>
    );
  }
  if (!lastMessage) return <span className={styles.preview}>Nothing said yet</span>;
  const author = person(lastMessage.senderId);
  const isOfBlocked = kind === 'GROUP' && author?.blockedByMe === true;
  const own = lastMessage.senderId === me;
  return (
    <span className={styles.preview}>
      {own && kind !== 'NOTES' && 'You: '}
      {!own && kind === 'GROUP' && author && `${nameOf(author)}: `}
      {isOfBlocked ? 'a message of somebody you blocked' : (lastMessage.text ?? 'This message was deleted.')}
    </span>
  );
}
