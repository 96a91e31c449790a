import { util, type Context } from '@aws-appsync/utils';
import { conversationOf, memberOf } from '../lib/load.ts';
import type { StoredMember } from '../lib/stored.ts';
import { table } from '../lib/tables.ts';
import { conversationView } from '../lib/view.ts';
import { busy } from '../lib/write.ts';

/** All members' places: who has read what. */
export function request(ctx: Context) {
  const { id, memberIds } = conversationOf(ctx);
  const tables: Record<string, unknown> = {};
  tables[table(ctx, 'ConversationMember')] = {
    keys: memberIds.map((userId) => util.dynamodb.toMapValues({ userId, conversationId: id })),
    consistentRead: true,
  };
  return { operation: 'BatchGetItem', tables };
}

export function response(ctx: Context) {
  if (ctx.error) busy(ctx.error.type);
  const { data, unprocessedKeys } = ctx.result as {
    data: Record<string, (StoredMember | null)[]>;
    unprocessedKeys?: Record<string, unknown[]> | null;
  };
  const name = table(ctx, 'ConversationMember');
  // Somebody who is left out would seem to have read nothing.
  if (((unprocessedKeys ?? {})[name] ?? []).length > 0) busy('Throttling');
  const found = data[name] ?? [];
  const participants: unknown[] = [];
  for (const member of found) {
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
