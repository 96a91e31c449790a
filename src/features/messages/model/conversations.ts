import type { ConversationEvent } from '../sync/types.ts';
import { withReceipt, withoutParticipant } from './receipts.ts';
import type { Conversation, ConversationPage } from './types.ts';

/** The conversations that this page knows: those of the pages of the list, and those that were opened. */
export interface Conversations {
  readonly byId: Readonly<Record<string, Conversation>>;
  /** Where the list goes on; null at its end. */
  readonly cursor: string | null;
  /** How far back the list is loaded without a hole: null when nothing is, '' when everything is. */
  readonly loadedTo: string | null;
}

export const NO_CONVERSATIONS: Conversations = { byId: {}, cursor: null, loadedTo: null };

/** The list: newest activity first, as far as it is loaded without a hole. */
export function listed({ byId, loadedTo }: Conversations): Conversation[] {
  if (loadedTo === null) return [];
  return Object.values(byId)
    .filter(({ lastActivityAt }) => lastActivityAt !== null && lastActivityAt >= loadedTo)
    .toSorted(
      (one, other) => compare(other.lastActivityAt!, one.lastActivityAt!) || compare(one.id, other.id),
    );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Adds the page that was asked for with `cursor` (null: the first one). One that doesn't fit on any more is dropped. */
export function withPage(state: Conversations, page: ConversationPage, cursor: string | null): Conversations {
  if (cursor !== state.cursor) return state;
  const oldest = page.items.at(-1)?.lastActivityAt ?? '';
  const known = page.items.reduce(withConversation, state);
  return { ...known, cursor: page.cursor, loadedTo: page.cursor === null ? '' : oldest };
}

/**
 * The head of the list, read again after a time in which events may have been missed. When it doesn't reach down to
 * what was known, there may be a hole between, and the list goes on from this page.
 */
export function withHead(state: Conversations, page: ConversationPage): Conversations {
  const known = page.items.reduce(withConversation, state);
  if (page.cursor === null) return { ...dropGone(known, page), cursor: null, loadedTo: '' };
  const oldest = page.items.at(-1)?.lastActivityAt ?? '';
  const newestBefore = listed(state)[0]?.lastActivityAt;
  const reaches = newestBefore !== undefined && newestBefore !== null && oldest <= newestBefore;
  return reaches ? known : { ...known, cursor: page.cursor, loadedTo: oldest };
}

/** When a page is the whole list, what it doesn't name is over: left, or removed from. Empty ones are in no list. */
function dropGone(state: Conversations, page: ConversationPage): Conversations {
  const there = new Set(page.items.map(({ id }) => id));
  const left = Object.entries(state.byId).filter(([id, one]) => there.has(id) || one.lastActivityAt === null);
  return { ...state, byId: Object.fromEntries(left) };
}

/** Puts in what the server said; what it left out stays. An answer that is older than an event doesn't undo it. */
export function withConversation(state: Conversations, given: Conversation): Conversations {
  const before = state.byId[given.id];
  const newest = before && before.lastSeq > given.lastSeq ? { ...given, ...freshPart(before) } : given;
  const merged = { ...newest, participants: newest.participants ?? before?.participants ?? null };
  return { ...state, byId: { ...state.byId, [given.id]: merged } };
}

function freshPart({ lastSeq, lastMessage, lastActivityAt, unread, readUpTo }: Conversation) {
  return { lastSeq, lastMessage, lastActivityAt, unread, readUpTo };
}

export function withoutConversation(state: Conversations, id: string): Conversations {
  if (!state.byId[id]) return state;
  const { [id]: _gone, ...byId } = state.byId;
  return { ...state, byId };
}

export interface Applied {
  state: Conversations;
  /** Whether the conversation has to be asked for, since the event alone doesn't tell enough. */
  stale: boolean;
}

/** What an event changes. @param me the signed-in person's id */
export function applyToConversations(state: Conversations, event: ConversationEvent, me: string): Applied {
  const { conversationId, kind } = event;
  const before = state.byId[conversationId];
  if (kind === 'MEMBERS' && event.memberIds && !event.memberIds.includes(me)) {
    return { state: withoutConversation(state, conversationId), stale: false };
  }
  if (!before) return { state, stale: kind !== 'TYPING' && kind !== 'DELIVERED' };
  const { change, stale } = changeBy(before, event, me);
  if (!change) return { state, stale };
  return {
    state: { ...state, byId: { ...state.byId, [conversationId]: { ...before, ...change } } },
    stale,
  };
}

interface Change {
  change?: Partial<Conversation>;
  stale: boolean;
}

function changeBy(before: Conversation, event: ConversationEvent, me: string): Change {
  const { message, actorId } = event;
  switch (event.kind) {
    case 'MESSAGE':
      return message ? changeByMessage(before, event, me) : { stale: true };
    case 'EDITED':
    case 'DELETED':
      return {
        change: message?.seq === before.lastMessage?.seq ? { lastMessage: message } : {},
        stale: false,
      };
    case 'DELIVERED':
    case 'READ': {
      const participants = withReceipt(before.participants, event);
      if (event.kind === 'DELIVERED' || actorId !== me) return { change: { participants }, stale: false };
      return changeByOwnReading(before, event.upTo ?? 0, participants);
    }
    case 'MEMBERS': {
      const memberIds = event.memberIds ?? before.memberIds;
      const participants = withoutParticipant(before.participants, memberIds);
      // Whoever is new has a place that the event doesn't tell.
      const stale = memberIds.some((id) => !before.memberIds.includes(id));
      return { change: { memberIds, ownerId: event.ownerId, participants }, stale };
    }
    case 'RENAMED':
      return { change: { title: event.title }, stale: false };
    case 'MUTED':
      return { change: { muted: event.muted === true }, stale: false };
    case 'STARTED':
      return { stale: true };
    case 'TYPING':
      return { stale: false };
  }
}

function changeByMessage(before: Conversation, event: ConversationEvent, me: string): Change {
  const message = event.message!;
  if (message.seq <= before.lastSeq) return { stale: false };
  // Something between was missed: nobody knows how much of it is unread.
  if (message.seq !== before.lastSeq + 1) return { stale: true };
  const isOwn = message.senderId === me;
  const isReadThrough = isOwn && before.unread === 0;
  return {
    change: {
      lastSeq: message.seq,
      lastMessage: message,
      lastActivityAt: message.createdAt,
      unread: isOwn ? before.unread : before.unread + 1,
      readUpTo: isReadThrough ? message.seq : before.readUpTo,
    },
    stale: false,
  };
}

function changeByOwnReading(
  before: Conversation,
  upTo: number,
  participants: Conversation['participants'],
): Change {
  if (upTo <= before.readUpTo) return { change: { participants }, stale: false };
  const isAll = upTo >= before.lastSeq;
  return {
    change: { participants, readUpTo: upTo, unread: isAll ? 0 : before.unread },
    stale: !isAll,
  };
}
