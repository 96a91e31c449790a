import type { ConversationEvent, DirectMessage, MessagePage, Missed } from './types.ts';

/**
 * What a client holds of one conversation: an unbroken run of messages up to `to`. Events and answers may come late,
 * twice, out of order or not at all; the numbers that the server gives tell, and the run never has a hole.
 */
export interface MessageLog {
  /** By `seq`, ascending. */
  readonly messages: readonly DirectMessage[];
  /** Everything up to here is known. */
  readonly to: number;
  /** Every edit and deletion up to here is known. */
  readonly revision: number;
  readonly hasOlder: boolean;
  /** How far the conversation is known to go, by whatever arrived. Beyond `to` or `revision`: something was missed. */
  readonly head: Head;
}

export interface Head {
  readonly seq: number;
  readonly revision: number;
}

/** A log out of the newest page. `head`: what events told while the page was on its way. */
export function startLog(page: MessagePage, head: Head = { seq: 0, revision: 0 }): MessageLog {
  const { lastSeq, revision, hasMore } = page;
  return {
    messages: page.items.toReversed(),
    to: lastSeq,
    revision,
    hasOlder: hasMore,
    head: furthest(head, { seq: lastSeq, revision }),
  };
}

/** Puts an older page in front. One that doesn't end where the log begins is stale, and changes nothing. */
export function addOlder(log: MessageLog, page: MessagePage): MessageLog {
  const [oldest] = log.messages;
  const [newestOfPage] = page.items;
  if (!oldest || !newestOfPage || newestOfPage.seq !== oldest.seq - 1) return log;
  return { ...log, messages: [...page.items.toReversed(), ...log.messages], hasOlder: page.hasMore };
}

/** Applies an event of this conversation. */
export function applyEvent(log: MessageLog, event: ConversationEvent): MessageLog {
  const known = { ...log, head: furthest(log.head, headOf(event)) };
  const { message, kind } = event;
  if (!message) return known;
  if (kind === 'MESSAGE') return append(known, message);
  // A change of a message that isn't here yet can't be kept: it stays to be asked for.
  if (event.revision !== log.revision + 1 || message.seq > log.to) return known;
  return { ...known, messages: replace(known.messages, message), revision: event.revision };
}

/** Applies what was asked for after a place of this log. */
export function applyMissed(log: MessageLog, missed: Missed): MessageLog {
  let next = log;
  for (const message of missed.changed) next = { ...next, messages: replace(next.messages, message) };
  for (const message of missed.items) next = append(next, message);
  // An answer that stops short of the newest message leaves out what changed behind its end: its changes are asked again.
  const isWhole = (missed.items.at(-1)?.seq ?? missed.lastSeq) >= missed.lastSeq;
  return {
    ...next,
    revision: isWhole ? Math.max(next.revision, missed.revision) : next.revision,
    head: furthest(next.head, { seq: missed.lastSeq, revision: missed.revision }),
  };
}

/** Whether there is more than this log has: ask for what was missed after `to` and `revision`. */
export function isBehind(log: MessageLog): boolean {
  return log.head.seq > log.to || log.head.revision > log.revision;
}

/** How far a conversation goes at least, by an event. */
export function headOf(event: ConversationEvent): Head {
  return { seq: event.message?.seq ?? 0, revision: event.revision ?? 0 };
}

export function furthest(one: Head, other: Head): Head {
  return { seq: Math.max(one.seq, other.seq), revision: Math.max(one.revision, other.revision) };
}

function append(log: MessageLog, message: DirectMessage): MessageLog {
  if (message.seq <= log.to) return { ...log, messages: replace(log.messages, message) };
  // Not the next one: those between come first, by asking for them.
  if (message.seq !== log.to + 1) return log;
  return { ...log, messages: [...log.messages, message], to: message.seq };
}

function replace(messages: readonly DirectMessage[], message: DirectMessage): readonly DirectMessage[] {
  const index = messages.findIndex((one) => one.seq === message.seq);
  const before = messages[index];
  if (!before || age(before) >= age(message)) return messages;
  return messages.with(index, message);
}

/** Orders the states of one message. The server's clock alone is compared with itself. */
function age(message: DirectMessage): string {
  return message.deletedAt ? `2${message.deletedAt}` : `1${message.editedAt ?? ''}`;
}
