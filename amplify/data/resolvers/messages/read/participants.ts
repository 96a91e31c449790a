import type { Context } from '@aws-appsync/utils';
import { batchGet, batchGot } from '../lib/batch.ts';
import { conversationOf, memberOf } from '../lib/load.ts';
import type { StoredMember } from '../lib/stored.ts';
import { conversationView } from '../lib/view.ts';

/** All members' places: who has read what. */
export function request(ctx: Context) {
  const { id, memberIds } = conversationOf(ctx);
  return batchGet(ctx, {
    ConversationMember: memberIds.map((userId) => ({ userId, conversationId: id })),
  });
}

export function response(ctx: Context) {
  const participants: unknown[] = [];
  for (const member of batchGot<StoredMember>(ctx, 'ConversationMember')) {
    if (member) {
      participants.push({
        userId: member.userId,
        readUpTo: member.readSeq,
        deliveredUpTo: member.deliveredSeq,
        joinedAt: member.joinedAt,
      });
    }
  }
  return { ...conversationView(conversationOf(ctx), memberOf(ctx)), participants };
}
