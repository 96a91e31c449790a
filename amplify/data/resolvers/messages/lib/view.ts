import { messageView } from './event.ts';
import type { StoredConversation, StoredMember } from './stored.ts';
import { unreadOf } from './unread.ts';

/** The GraphQL type ConversationView. */
export function conversationView(conversation: StoredConversation, member: StoredMember) {
  const { lastMessage } = conversation;
  return {
    id: conversation.id,
    kind: conversation.kind,
    title: conversation.title ?? null,
    memberIds: conversation.memberIds,
    ownerId: conversation.ownerId ?? null,
    createdAt: conversation.createdAt,
    lastSeq: conversation.lastSeq,
    revision: conversation.revision,
    // Not to those who came later.
    lastMessage: lastMessage && lastMessage.seq > member.joinedSeq ? messageView(lastMessage) : null,
    lastActivityAt: member.lastMessageAt ?? null,
    unread: unreadOf(conversation.lastSeq, member),
    readUpTo: member.readSeq,
    muted: member.muted,
    participants: null,
  };
}
