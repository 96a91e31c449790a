import { randomUUID } from 'node:crypto';
import { EVENT_SELECTION, MESSAGE_SELECTION } from '../../shared/conversation-event.ts';
import type { Caller } from './graphql.ts';

/** A mutation on conversations with everything that it must select. */
function mutation(name: string, args: Record<string, string>): string {
  const declared = Object.entries(args).map(([arg, type]) => `$${arg}: ${type}`);
  const given = Object.keys(args).map((arg) => `${arg}: $${arg}`);
  return `mutation (${declared.join(', ')}) { ${name}(${given.join(', ')}) { ${EVENT_SELECTION} } }`;
}

const inConversation = { conversationId: 'ID!' };

export const START = mutation('startConversation', { memberIds: '[ID!]!', title: 'String', clientId: 'ID' });
export const SEND = mutation('sendMessage', { ...inConversation, clientId: 'ID!', text: 'String!' });
export const EDIT = mutation('editMessage', { ...inConversation, seq: 'Int!', text: 'String!' });
export const DELETE = mutation('deleteMessage', { ...inConversation, seq: 'Int!' });
export const READ = mutation('markRead', { ...inConversation, upTo: 'Int!' });
export const DELIVERED = mutation('markDelivered', { ...inConversation, upTo: 'Int!' });
export const TYPING = mutation('typing', inConversation);
export const LEAVE = mutation('leaveConversation', inConversation);
export const RENAME = mutation('renameConversation', { ...inConversation, title: 'String!' });
export const ADD = mutation('addMembers', { ...inConversation, memberIds: '[ID!]!' });
export const REMOVE = mutation('removeMember', { ...inConversation, memberId: 'ID!' });
export const MUTE = mutation('muteConversation', { ...inConversation, muted: 'Boolean!' });
export const EVENTS = `subscription { onConversationEvent { ${EVENT_SELECTION} } }`;

const VIEW = `id kind title memberIds ownerId createdAt lastSeq revision lastActivityAt unread readUpTo muted
  lastMessage { ${MESSAGE_SELECTION} }`;
export const INBOX = `query ($limit: Int, $cursor: String) { inbox(limit: $limit, cursor: $cursor) { items { ${VIEW} } cursor } }`;
export const CONVERSATION = `query ($id: ID!) { conversation(id: $id) { ${VIEW}
  participants { userId readUpTo deliveredUpTo joinedAt } } }`;
export const MESSAGES = `query ($conversationId: ID!, $before: Int, $limit: Int) {
  messages(conversationId: $conversationId, before: $before, limit: $limit) {
    items { ${MESSAGE_SELECTION} } hasMore lastSeq revision } }`;
export const MISSED = `query ($conversationId: ID!, $afterSeq: Int!, $afterRevision: Int!, $limit: Int) {
  missedMessages(conversationId: $conversationId, afterSeq: $afterSeq, afterRevision: $afterRevision, limit: $limit) {
    items { ${MESSAGE_SELECTION} } changed { ${MESSAGE_SELECTION} } more lastSeq revision } }`;
export const UNREAD = '{ unreadTotal { conversations messages more } }';

/** Starts a conversation; its id. */
export async function start(caller: Caller, others: { id: string }[], title?: string): Promise<string> {
  const memberIds = others.map(({ id }) => id);
  const event = await caller.ask(START, { memberIds, title, clientId: randomUUID() });
  return event.conversationId as string;
}

/** Sends a message; the event. */
export function send(caller: Caller, conversationId: string, text: string, clientId: string = randomUUID()) {
  return caller.ask(SEND, { conversationId, clientId, text });
}

/** Sends as a client does: the same message again while the conversation is too busy. */
export async function sendSurely(caller: Caller, conversationId: string, text: string) {
  const clientId = randomUUID();
  for (;;) {
    const { data, errors } = await caller.graphql(SEND, { conversationId, clientId, text });
    if (!errors?.length) return data.sendMessage;
    if (errors[0]!.errorType !== 'Conflict')
      throw new Error(`${errors[0]!.errorType}: ${errors[0]!.message}`);
  }
}

/** All texts of a conversation, oldest first, by pages of 50. */
export async function history(
  caller: Caller,
  conversationId: string,
): Promise<{ seq: number; text: string }[]> {
  const all: { seq: number; text: string }[] = [];
  let before: number | undefined;
  for (;;) {
    const page = await caller.ask(MESSAGES, { conversationId, before, limit: 50 });
    all.unshift(...page.items.toReversed());
    if (!page.hasMore) return all;
    before = all[0]!.seq;
  }
}
