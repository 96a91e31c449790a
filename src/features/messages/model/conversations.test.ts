import { describe, expect, it } from 'vitest';
import type { ConversationEvent, DirectMessage } from '../sync/types.ts';
import {
  applyToConversations,
  listed,
  NO_CONVERSATIONS,
  withConversation,
  withHead,
  withPage,
} from './conversations.ts';
import type { Conversation } from './types.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 26, 8, minute)).toISOString();

function conversation(id: string, minute: number, change: Partial<Conversation> = {}): Conversation {
  return {
    id,
    kind: 'GROUP',
    title: id,
    memberIds: ['me', 'ada', 'grace'],
    ownerId: 'me',
    lastSeq: 5,
    lastMessage: messageOf(id, 5, 'ada'),
    lastActivityAt: at(minute),
    unread: 0,
    readUpTo: 5,
    muted: false,
    participants: null,
    ...change,
  };
}

function messageOf(conversationId: string, seq: number, senderId: string): DirectMessage {
  const nothing = { editedAt: null, deletedAt: null };
  return {
    conversationId,
    seq,
    senderId,
    clientId: `c${seq}`,
    text: `m${seq}`,
    createdAt: at(50),
    ...nothing,
  };
}

function event(kind: ConversationEvent['kind'], change: Partial<ConversationEvent> = {}): ConversationEvent {
  const nothing = { message: null, upTo: null, memberIds: null, ownerId: null, title: null, muted: null };
  const rest = { lastSeq: null, revision: null, recipients: [], at: at(50) };
  return { kind, conversationId: 'a', actorId: 'ada', ...nothing, ...rest, ...change };
}

const state = withPage(
  NO_CONVERSATIONS,
  { items: [conversation('b', 9), conversation('a', 8)], cursor: 'next' },
  null,
);

/** Conversation `a` after an event. */
function after(given: ConversationEvent, before = state) {
  const { state: next, stale } = applyToConversations(before, given, 'me');
  return { ...next.byId['a']!, stale };
}

describe('the list', () => {
  it('is newest first, and shows nothing behind the end of what is loaded', () => {
    expect(listed(NO_CONVERSATIONS)).toEqual([]);
    expect(listed(state).map(({ id }) => id)).toEqual(['b', 'a']);
    const opened = withConversation(state, conversation('old', 1));
    expect(listed(opened).map(({ id }) => id)).toEqual(['b', 'a']);
    const all = withPage(opened, { items: [conversation('c', 3)], cursor: null }, 'next');
    expect(listed(all).map(({ id }) => id)).toEqual(['b', 'a', 'c', 'old']);
    expect(all.loadedTo).toBe('');
  });

  it('takes no page twice', () => {
    expect(withPage(state, { items: [conversation('z', 7)], cursor: null }, null)).toBe(state);
  });

  it('goes on from a new head when the two do not touch, and keeps what it has when they do', () => {
    const touching = withHead(state, { items: [conversation('n', 20), conversation('b', 9)], cursor: 'x' });
    expect(listed(touching).map(({ id }) => id)).toEqual(['n', 'b', 'a']);
    expect(touching.cursor).toBe('next');
    const apart = withHead(state, { items: [conversation('n', 20)], cursor: 'x' });
    expect(listed(apart).map(({ id }) => id)).toEqual(['n']);
    expect(apart.cursor).toBe('x');
  });

  it('drops what a whole list no longer names', () => {
    expect(
      listed(withHead(state, { items: [conversation('b', 9)], cursor: null })).map(({ id }) => id),
    ).toEqual(['b']);
  });

  it('does not go back behind an event that came before an older answer', () => {
    const { state: newer } = applyToConversations(
      state,
      event('MESSAGE', { message: messageOf('a', 6, 'ada') }),
      'me',
    );
    expect(withConversation(newer, conversation('a', 8)).byId['a']).toMatchObject({ lastSeq: 6, unread: 1 });
  });
});

describe('an event', () => {
  it('counts what others say, moves the conversation to the top, and does not count one’s own', () => {
    const heard = after(event('MESSAGE', { message: messageOf('a', 6, 'ada') }));
    expect(heard).toMatchObject({ unread: 1, readUpTo: 5, lastSeq: 6, lastActivityAt: at(50), stale: false });
    const said = after(event('MESSAGE', { actorId: 'me', message: messageOf('a', 6, 'me') }));
    expect(said).toMatchObject({ unread: 0, readUpTo: 6, lastSeq: 6 });
  });

  it('that came before changes nothing, and one that skips something is asked for', () => {
    expect(after(event('MESSAGE', { message: messageOf('a', 5, 'ada') }))).toMatchObject({
      unread: 0,
      stale: false,
    });
    expect(after(event('MESSAGE', { message: messageOf('a', 8, 'ada') }))).toMatchObject({
      lastSeq: 5,
      stale: true,
    });
  });

  it('of one’s own reading elsewhere empties the count, or asks for it', () => {
    const unread = withConversation(state, conversation('a', 8, { unread: 3, readUpTo: 2 }));
    expect(after(event('READ', { actorId: 'me', upTo: 5 }), unread)).toMatchObject({
      unread: 0,
      readUpTo: 5,
    });
    expect(after(event('READ', { actorId: 'me', upTo: 4 }), unread)).toMatchObject({
      readUpTo: 4,
      stale: true,
    });
    expect(after(event('READ', { actorId: 'ada', upTo: 5 }), unread)).toMatchObject({
      unread: 3,
      stale: false,
    });
  });

  it('moves receipts forward only', () => {
    const participants = [{ userId: 'ada', readUpTo: 3, deliveredUpTo: 4 }];
    const known = withConversation(state, conversation('a', 8, { participants }));
    expect(after(event('READ', { upTo: 5 }), known).participants).toEqual([
      { userId: 'ada', readUpTo: 5, deliveredUpTo: 5 },
    ]);
    expect(after(event('READ', { upTo: 1 }), known).participants).toEqual(participants);
    expect(after(event('DELIVERED', { upTo: 5 }), known).participants).toEqual([
      { userId: 'ada', readUpTo: 3, deliveredUpTo: 5 },
    ]);
  });

  it('changes the preview of the newest message alone', () => {
    const edited = { ...messageOf('a', 5, 'ada'), text: 'edited' };
    expect(after(event('EDITED', { message: edited })).lastMessage?.text).toBe('edited');
    const older = { ...messageOf('a', 4, 'ada'), text: 'edited' };
    expect(after(event('EDITED', { message: older })).lastMessage?.text).toBe('m5');
  });

  it('takes the conversation away from whoever is no member any more, and asks for one that is new', () => {
    const removed = applyToConversations(state, event('MEMBERS', { memberIds: ['ada'] }), 'me');
    expect(removed).toMatchObject({ stale: false });
    expect(removed.state.byId['a']).toBeUndefined();
    expect(applyToConversations(state, event('STARTED', { conversationId: 'new' }), 'me').stale).toBe(true);
    expect(applyToConversations(state, event('TYPING', { conversationId: 'new' }), 'me').stale).toBe(false);
  });

  it('renames, mutes and brings people in', () => {
    expect(after(event('RENAMED', { title: 'New' })).title).toBe('New');
    expect(after(event('MUTED', { muted: true })).muted).toBe(true);
    const grown = after(event('MEMBERS', { memberIds: ['me', 'ada', 'grace', 'joan'], ownerId: 'ada' }));
    expect(grown).toMatchObject({ memberIds: ['me', 'ada', 'grace', 'joan'], ownerId: 'ada', stale: true });
  });
});
