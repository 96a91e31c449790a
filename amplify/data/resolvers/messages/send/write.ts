import { runtime, util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { endIfDone, finish, messageView } from '../lib/event.ts';
import { messageKey, sentKey } from '../lib/ids.ts';
import { conversationOf, memberOf, notFound } from '../lib/load.ts';
import { preview } from '../lib/preview.ts';
import type { StoredConversation, StoredMember, StoredMessage } from '../lib/stored.ts';
import { table } from '../lib/tables.ts';
import { afterSending } from '../lib/unread.ts';
import { giveWay, put, refusals, update } from '../lib/write.ts';

interface Arguments {
  conversationId: string;
  clientId: string;
  text: string;
}

const TRIES = 5;

/**
 * Stores the message, all or nothing: it takes the conversation's next number, on the condition that nobody took it
 * meanwhile and that the members are still those whom it goes to.
 */
export function request(ctx: Context<Arguments>) {
  endIfDone(ctx);
  if (ctx.stash['storedSeq']) runtime.earlyReturn(null);
  const conversation = conversationOf(ctx);
  const member = memberOf(ctx);
  const { conversationId, clientId, text } = ctx.args;
  const sender = callerId(ctx);
  const seq = conversation.lastSeq + 1;
  const sentAt = util.time.nowISO8601();
  const message: StoredMessage = {
    conversationId,
    id: messageKey(seq),
    seq,
    clientId,
    senderId: sender,
    text,
    sentLength: text.length,
    sentAt,
  };
  ctx.stash['message'] = message;
  ctx.stash['at'] = sentAt;
  const members = table(ctx, 'ConversationMember');
  const messages = table(ctx, 'Message');
  const fresh = { lastSeq: seq, lastMessageAt: sentAt };
  const others = conversation.memberIds
    .filter((userId) => userId !== sender)
    .map((userId) => update(members, { userId, conversationId }, fresh));
  return {
    operation: 'TransactWriteItems',
    transactItems: [
      update(
        table(ctx, 'Conversation'),
        { id: conversationId },
        { lastSeq: seq, lastMessage: preview(message) },
        { equal: { lastSeq: conversation.lastSeq, membersVersion: conversation.membersVersion } },
      ),
      put(messages, { conversationId, id: message.id }, message as unknown as Record<string, unknown>),
      put(messages, { conversationId, id: sentKey(sender, clientId) }, { seq }, 'conversationId'),
      update(
        members,
        { userId: sender, conversationId },
        { ...fresh, ...afterSending(member, seq) },
        { equal: { readSeq: member.readSeq, sentUnread: member.sentUnread } },
      ),
    ].concat(others),
  };
}

export function response(ctx: Context<Arguments>) {
  const refused = refusals(ctx);
  const conversation = conversationOf(ctx);
  if (!refused) {
    const message = ctx.stash['message'] as StoredMessage;
    return finish(ctx, 'MESSAGE', conversation.id, conversation.memberIds, {
      message: messageView(message),
      lastSeq: message.seq,
    });
  }
  const [ofConversation, , ofSend, ofMember] = refused;
  if (ofSend?.failed) {
    ctx.stash['storedSeq'] = (ofSend.item as { seq: number }).seq;
    return null;
  }
  if (ofConversation?.failed) {
    const now = ofConversation.item as StoredConversation | null;
    if (!now || !now.memberIds.includes(callerId(ctx))) notFound();
    ctx.stash['conversation'] = now;
  }
  if (ofMember?.failed) {
    if (!ofMember.item) notFound();
    ctx.stash['member'] = ofMember.item as StoredMember;
  }
  return giveWay(ctx, TRIES);
}
