import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { batchGet, batchGot } from './batch.ts';
import { isConversationId, messageKey, otherOf, sentKey } from './ids.ts';
import type { StoredConversation, StoredMember, StoredMessage } from './stored.ts';
import { suspensionKey } from './suspension.ts';

/** What to read beside the conversation and the caller's membership. */
interface Wanted {
  /** Whether one of the two blocks the other. */
  blocks?: boolean;
  /** The message that a send with this client id became. */
  clientId?: string;
  /** A message. */
  seq?: number;
}

/** One consistent read of everything that decides about an operation on a conversation. */
export function load(ctx: Context, conversationId: string, wanted: Wanted) {
  const caller = callerId(ctx);
  if (!isConversationId(conversationId)) notFound();
  const keys: Record<string, Record<string, string>[]> = {
    Conversation: [{ id: conversationId }],
    ConversationMember: [{ userId: caller, conversationId }],
  };
  const other = otherOf(conversationId, caller);
  // Who is suspended reads and does not write.
  const inTheWay: Record<string, string>[] =
    ctx.info.parentTypeName === 'Mutation' ? [suspensionKey(caller)] : [];
  if (wanted.blocks && other) {
    inTheWay.push({ blockerId: caller, blockedId: other }, { blockerId: other, blockedId: caller });
  }
  if (inTheWay.length > 0) keys['MessageBlock'] = inTheWay;
  if (wanted.clientId) keys['Message'] = [{ conversationId, id: sentKey(caller, wanted.clientId) }];
  if (wanted.seq) keys['Message'] = [{ conversationId, id: messageKey(wanted.seq) }];
  return batchGet(ctx, keys);
}

interface Block {
  blockerId: string;
  blockedId: string;
}

export interface Loaded {
  conversation: StoredConversation | null;
  member: StoredMember | null;
  blocked: boolean;
  /** What was read of the table of messages: a message, or the mark of a send. */
  message: StoredMessage | null;
}

/** What `load` read; what is not there is null. */
export function loaded(ctx: Context): Loaded {
  const blocks = batchGot<Block>(ctx, 'MessageBlock');
  if (blocks.some((block) => block !== null && block.blockerId === block.blockedId)) {
    util.error('Your account is suspended: you can read, but not write.', 'Suspended');
  }
  return {
    conversation: batchGot<StoredConversation>(ctx, 'Conversation')[0] ?? null,
    member: batchGot<StoredMember>(ctx, 'ConversationMember')[0] ?? null,
    blocked: blocks.some((block) => block !== null),
    message: batchGot<StoredMessage>(ctx, 'Message')[0] ?? null,
  };
}

/**
 * The same for members alone: everybody else is told what they would be told of a conversation that does not exist.
 * Leaves conversation and membership in the stash.
 */
export function loadedForMember(ctx: Context): Loaded {
  const found = loaded(ctx);
  if (!found.conversation || !found.member) notFound();
  ctx.stash['conversation'] = found.conversation;
  ctx.stash['member'] = found.member;
  return found;
}

/** What a step before this one left in the stash. */
export function conversationOf(ctx: Context): StoredConversation {
  return ctx.stash['conversation'] as StoredConversation;
}

export function memberOf(ctx: Context): StoredMember {
  return ctx.stash['member'] as StoredMember;
}

export function notFound(): void {
  util.error('There is no such conversation.', 'NotFound');
}

export function refuseBlocked(blocked: boolean): void {
  if (blocked) util.error('You cannot send messages to this person.', 'Blocked');
}
