import type { DirectMessage, Unsent } from '../sync/index.ts';

/** What stands in a conversation, one under the other. */
export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'unread'; key: string }
  | { kind: 'message'; key: string; message: DirectMessage; place: Place }
  | { kind: 'unsent'; key: string; unsent: Unsent };

/** Where a message stands among those that follow each other closely from one author. */
export interface Place {
  first: boolean;
  last: boolean;
}

const TOGETHER_MS = 5 * 60_000;

interface Parts {
  messages: readonly DirectMessage[];
  unsent: readonly Unsent[];
  /** The last message that was read when the conversation was opened: the mark stands after it. */
  readUpTo: number;
  me: string;
}

/** Orders messages into days and groups of an author. Their order is the server's numbers, whatever the clocks said. */
export function rowsOf({ messages, unsent, readUpTo, me }: Parts): Row[] {
  const rows: Row[] = [];
  let isMarked = readUpTo === 0;
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    const after = messages[index + 1];
    const startsDay = !before || dayOf(before) !== dayOf(message);
    if (startsDay)
      rows.push({ kind: 'day', key: `day-${dayOf(message)}-${message.seq}`, at: timeOf(message) });
    const isFirstUnread = !isMarked && message.seq > readUpTo && message.senderId !== me;
    if (isFirstUnread) {
      isMarked = true;
      // At the very top nothing was read: then the mark says nothing.
      if (before) rows.push({ kind: 'unread', key: 'unread' });
    }
    const place = {
      first: startsDay || isFirstUnread || !isTogether(before, message),
      last: !after || dayOf(after) !== dayOf(message) || !isTogether(message, after),
    };
    rows.push({ kind: 'message', key: keyOf(message.senderId, message.clientId), message, place });
  });
  for (const one of unsent) rows.push({ kind: 'unsent', key: keyOf(me, one.clientId), unsent: one });
  return rows;
}

/** A message keeps its key when it becomes a stored one, so that it stays the same element. */
function keyOf(senderId: string, clientId: string): string {
  return `${senderId}:${clientId}`;
}

function timeOf(message: DirectMessage): number {
  return Date.parse(message.createdAt);
}

function dayOf(message: DirectMessage): string {
  const date = new Date(message.createdAt);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

function isTogether(one: DirectMessage, next: DirectMessage): boolean {
  return one.senderId === next.senderId && Math.abs(timeOf(next) - timeOf(one)) < TOGETHER_MS;
}
