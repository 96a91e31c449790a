import { messageKey, sentKey } from '../../shared/message-keys.ts';
import type { DemoConversation } from './conversations.ts';
import { stableUuid } from './stable-uuid.ts';

type Item = Record<string, unknown>;

/** The items of a conversation, as the mutations of `amplify/data/resolvers/messages` would have written them. */
export interface ConversationItems {
  conversation: Item & { id: string };
  members: Item[];
  messages: Item[];
}

/**
 * @param idOf the user id of a handle
 * @param now milliseconds
 */
export function conversationItems(
  demo: DemoConversation,
  idOf: (handle: string) => string,
  now: number,
): ConversationItems {
  const memberIds = demo.members.map(idOf);
  const [owner = ''] = memberIds;
  const isGroup = memberIds.length > 2;
  const id = idFor(demo, memberIds);
  const sent = demo.messages.map(({ by, minutesAgo, text }, index) => {
    const seq = index + 1;
    const sentAt = new Date(now - minutesAgo * 60_000).toISOString();
    const clientId = stableUuid(`${demo.members.join()}:${seq}:${text}`);
    const senderId = idOf(by);
    return {
      conversationId: id,
      id: messageKey(seq),
      seq,
      clientId,
      senderId,
      text,
      sentLength: text.length,
      sentAt,
    };
  });
  const first = sent[0]!;
  const last = sent.at(-1)!;
  const kind = isGroup ? 'GROUP' : memberIds.length === 2 ? 'DIRECT' : 'NOTES';
  return {
    conversation: {
      id,
      kind,
      memberIds,
      membersVersion: 1,
      createdAt: first.sentAt,
      lastSeq: last.seq,
      revision: 0,
      lastMessage: last,
      ...(isGroup && { ownerId: owner, title: demo.title }),
    },
    members: demo.members.map((handle, index) => {
      const readSeq = last.seq - (demo.unread[handle] ?? 0);
      return {
        userId: memberIds[index],
        conversationId: id,
        lastMessageAt: last.sentAt,
        lastSeq: last.seq,
        joinedSeq: 0,
        joinedAt: first.sentAt,
        readSeq,
        deliveredSeq: readSeq,
        sentUnread: [],
        muted: false,
      };
    }),
    messages: sent.flatMap((message) => [
      message,
      { conversationId: id, id: sentKey(message.senderId, message.clientId), seq: message.seq },
    ]),
  };
}

function idFor({ title }: DemoConversation, memberIds: string[]): string {
  const [owner = ''] = memberIds;
  if (memberIds.length === 1) return `notes_${owner}`;
  if (memberIds.length > 2) return `group_${owner}_${stableUuid(`group:${title}`)}`;
  const [one, other] = memberIds.toSorted();
  return `direct_${one}_${other}`;
}
