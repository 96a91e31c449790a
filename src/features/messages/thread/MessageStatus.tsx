import { useContacts, useMessaging } from '../live/context.ts';
import { listNames, nameOf, type Known } from '../model/names.ts';
import { fateOf } from '../model/receipts.ts';
import type { Conversation } from '../model/types.ts';
import type { DirectMessage } from '../sync/index.ts';
import styles from './MessageList.module.css';

const NAMED_AT_MOST = 4;

/** Under the newest own message: how far it got. */
export function MessageStatus({
  conversation,
  message,
}: {
  conversation: Conversation;
  message: DirectMessage;
}) {
  const { me } = useMessaging();
  const participants = conversation.participants ?? [];
  const person = useContacts(participants.map(({ userId }) => userId));
  if (conversation.kind === 'NOTES' || message.deletedAt) return null;
  return (
    <p className={styles.status} role="status">
      {statusText(conversation, message.seq, me, person)}
    </p>
  );
}

function statusText(
  { kind, participants }: Conversation,
  seq: number,
  me: string,
  person: (id: string) => Known,
): string {
  const { readBy, deliveredTo, pending } = fateOf(seq, participants ?? [], me);
  if (kind === 'DIRECT') return readBy.length > 0 ? 'Read' : deliveredTo.length > 0 ? 'Delivered' : 'Sent';
  if (readBy.length === 0) return 'Sent';
  if (pending.length + deliveredTo.length === 0) return 'Read by everybody';
  return `Read by ${listNames(
    readBy.map((id) => nameOf(person(id))),
    NAMED_AT_MOST,
  )}`;
}
