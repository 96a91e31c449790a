import { util, type Context } from '@aws-appsync/utils';
import { finish } from './event.ts';
import { conversationOf, notFound } from './load.ts';
import type { StoredConversation } from './stored.ts';
import { table } from './tables.ts';
import { giveWay, put, refusals, update } from './write.ts';

const TRIES = 3;

/** A membership that begins after message `seq`. */
export function newMember(
  ctx: Context,
  conversationId: string,
  userId: string,
  seq: number,
  at: string,
  isInInbox: boolean,
) {
  const attributes = {
    lastSeq: seq,
    joinedSeq: seq,
    joinedAt: at,
    readSeq: seq,
    deliveredSeq: seq,
    sentUnread: [] as number[],
    muted: false,
  };
  return put(
    table(ctx, 'ConversationMember'),
    { userId, conversationId },
    isInInbox ? { ...attributes, lastMessageAt: at } : attributes,
    'userId',
  );
}

/** The conversation's own part of a change of members, on the condition that neither they nor its messages changed. */
export function changeOfMembers(ctx: Context, set: Record<string, unknown>) {
  const { id, membersVersion, lastSeq } = conversationOf(ctx);
  return update(
    table(ctx, 'Conversation'),
    { id },
    { ...set, membersVersion: membersVersion + 1 },
    { equal: { membersVersion, lastSeq } },
  );
}

/**
 * The event of a change in a group, or another try with the group as it is now. The first item of the transaction is
 * the conversation.
 */
export function groupWritten(
  ctx: Context,
  caller: string,
  kind: string,
  recipients: string[],
  details: Record<string, unknown>,
) {
  const refused = refusals(ctx);
  if (!refused) return finish(ctx, kind, conversationOf(ctx).id, recipients, details);
  if (refused[0]?.failed) {
    const now = refused[0].item as StoredConversation | null;
    if (!now || !now.memberIds.includes(caller)) notFound();
    ctx.stash['conversation'] = now;
  }
  return giveWay(ctx, TRIES);
}

export function refuseUnlessOwner(ctx: Context, caller: string): void {
  if (conversationOf(ctx).ownerId !== caller) {
    util.error('Only who owns the group can remove somebody.', 'NotAllowed');
  }
}
