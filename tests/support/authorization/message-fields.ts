import { randomUUID } from 'node:crypto';
import * as operations from '../messages.ts';
import { LISTENERS, MEMBERS, ownersAlone, type Row } from './table.ts';

/** A mutation on a conversation; it is not there for whoever is not in it. */
function inConversation(
  query: string,
  more: (around: Parameters<Row['ask']>[0]) => Record<string, unknown> = () => ({}),
): Row {
  return {
    ask: (around) => [query, { conversationId: around.conversationId, ...more(around) }],
    outcomes: ownersAlone('NotFound'),
  };
}

const reading = ownersAlone('NotFound', 'NotFound');

export const messageFields: Record<string, Row> = {
  'Query.inbox': { ask: () => ['{ inbox { cursor } }'], outcomes: MEMBERS },
  'Query.unreadTotal': { ask: () => [operations.UNREAD], outcomes: MEMBERS },
  'Query.conversation': {
    ask: ({ conversationId }) => [operations.CONVERSATION, { id: conversationId }],
    outcomes: reading,
  },
  'Query.messages': {
    ask: ({ conversationId }) => [operations.MESSAGES, { conversationId }],
    outcomes: reading,
  },
  'Query.missedMessages': {
    ask: ({ conversationId }) => [operations.MISSED, { conversationId, afterSeq: 0, afterRevision: 0 }],
    outcomes: reading,
  },
  'Mutation.startConversation': {
    ask: ({ person }) => [operations.START, { memberIds: [person.id], clientId: randomUUID() }],
    outcomes: ['UnauthorizedException', 'yes', 'yes', 'PersonNotFound', 'Suspended', 'yes'],
  },
  'Mutation.sendMessage': inConversation(operations.SEND, () => ({ clientId: randomUUID(), text: 'hi' })),
  'Mutation.editMessage': inConversation(operations.EDIT, () => ({ seq: 1, text: 'edited' })),
  'Mutation.deleteMessage': inConversation(operations.DELETE, () => ({ seq: 1 })),
  'Mutation.markRead': inConversation(operations.READ, () => ({ upTo: 1 })),
  'Mutation.markDelivered': inConversation(operations.DELIVERED, () => ({ upTo: 1 })),
  'Mutation.typing': inConversation(operations.TYPING),
  'Mutation.muteConversation': inConversation(operations.MUTE, () => ({ muted: true })),
  // Notes to oneself are no group: one cannot leave, rename or share them.
  'Mutation.leaveConversation': {
    ...inConversation(operations.LEAVE),
    outcomes: ['UnauthorizedException', 'NotFound', 'NotAllowed', 'NotFound', 'Suspended', 'NotFound'],
  },
  'Mutation.renameConversation': {
    ...inConversation(operations.RENAME, () => ({ title: 'New' })),
    outcomes: ['UnauthorizedException', 'NotFound', 'NotAllowed', 'NotFound', 'Suspended', 'NotFound'],
  },
  'Mutation.addMembers': {
    ...inConversation(operations.ADD, ({ bystander }) => ({ memberIds: [bystander.id] })),
    outcomes: ['UnauthorizedException', 'NotFound', 'NotAllowed', 'NotFound', 'Suspended', 'NotFound'],
  },
  'Mutation.removeMember': {
    ...inConversation(operations.REMOVE, ({ bystander }) => ({ memberId: bystander.id })),
    outcomes: ['UnauthorizedException', 'NotFound', 'NotAllowed', 'NotFound', 'Suspended', 'NotFound'],
  },
  'Subscription.onConversationEvent': { ask: () => [operations.EVENTS], outcomes: LISTENERS },
};
