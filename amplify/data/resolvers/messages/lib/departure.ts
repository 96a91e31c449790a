import type { Context } from '@aws-appsync/utils';
import { conversationOf } from './load.ts';
import { changeOfMembers, groupWritten } from './membership.ts';
import { table } from './tables.ts';
import { remove } from './write.ts';

/** Who is left when somebody goes, and whose group it is then: the one's who is in it longest. */
function without(ctx: Context, userId: string) {
  const { memberIds, ownerId } = conversationOf(ctx);
  const left = memberIds.filter((memberId) => memberId !== userId);
  const heir = left[0] ?? null;
  return { memberIds: left, ownerId: ownerId === userId ? heir : (ownerId ?? null) };
}

/** Takes somebody out: from this write on nothing reaches them, and they read nothing more. */
export function writeDeparture(ctx: Context, userId: string) {
  return {
    operation: 'TransactWriteItems',
    transactItems: [
      changeOfMembers(ctx, without(ctx, userId)),
      remove(table(ctx, 'ConversationMember'), { userId, conversationId: conversationOf(ctx).id }),
    ],
  };
}

/** The one who goes is told too, this last time: their clients close the conversation. */
export function departureWritten(ctx: Context, caller: string, userId: string) {
  const details = without(ctx, userId);
  return groupWritten(ctx, caller, 'MEMBERS', details.memberIds.concat([userId]), details);
}
