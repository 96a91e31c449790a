import { EVENT_SELECTION, MESSAGE_SELECTION } from '../../../../shared/conversation-event.ts';

const VIEW = `id kind title memberIds ownerId lastSeq lastActivityAt unread readUpTo muted
  lastMessage { ${MESSAGE_SELECTION} }`;

export const CONTACT_FIELDS = 'id handle displayName avatar blockedByMe';

export const INBOX = `query Inbox($limit: Int, $cursor: String) {
  inbox(limit: $limit, cursor: $cursor) { items { ${VIEW} } cursor } }`;

export const CONVERSATION = `query Conversation($id: ID!) {
  conversation(id: $id) { ${VIEW} participants { userId readUpTo deliveredUpTo } } }`;

/** A mutation on a conversation, with all that others are told of it. */
function mutation(name: string, args: Record<string, string>): string {
  const declared = Object.entries(args).map(([arg, type]) => `$${arg}: ${type}`);
  const given = Object.keys(args).map((arg) => `${arg}: $${arg}`);
  return `mutation (${declared.join(', ')}) { ${name}(${given.join(', ')}) { ${EVENT_SELECTION} } }`;
}

const inConversation = { conversationId: 'ID!' };

export const START = mutation('startConversation', { memberIds: '[ID!]!', title: 'String', clientId: 'ID' });
export const EDIT = mutation('editMessage', { ...inConversation, seq: 'Int!', text: 'String!' });
export const DELETE = mutation('deleteMessage', { ...inConversation, seq: 'Int!' });
export const MARK_READ = mutation('markRead', { ...inConversation, upTo: 'Int!' });
export const MARK_DELIVERED = mutation('markDelivered', { ...inConversation, upTo: 'Int!' });
export const TYPING = mutation('typing', inConversation);
export const LEAVE = mutation('leaveConversation', inConversation);
export const RENAME = mutation('renameConversation', { ...inConversation, title: 'String!' });
export const ADD_MEMBERS = mutation('addMembers', { ...inConversation, memberIds: '[ID!]!' });
export const REMOVE_MEMBER = mutation('removeMember', { ...inConversation, memberId: 'ID!' });
export const MUTE = mutation('muteConversation', { ...inConversation, muted: 'Boolean!' });
