import { runtime, type Context } from '@aws-appsync/utils';
import { endIfDone, finish } from '../lib/event.ts';
import { conversationOf, memberOf } from '../lib/load.ts';
import { checkPosition, memberWritten } from '../lib/receipt.ts';
import { table } from '../lib/tables.ts';
import { afterReading } from '../lib/unread.ts';
import { update } from '../lib/write.ts';

interface Arguments {
  conversationId: string;
  upTo: number;
}

export function request(ctx: Context<Arguments>) {
  endIfDone(ctx);
  const { conversationId, upTo } = ctx.args;
  checkPosition(ctx, upTo);
  const { userId, readSeq, sentUnread, deliveredSeq } = memberOf(ctx);
  // Read before, by another tab: nobody has to be told.
  if (upTo <= readSeq) {
    runtime.earlyReturn(finish(ctx, 'READ', conversationId, [], { upTo: readSeq }), { skipTo: 'END' });
  }
  const position = afterReading({ readSeq, sentUnread }, upTo);
  ctx.stash['upTo'] = position.readSeq;
  const set = {
    ...position,
    deliveredSeq: position.readSeq > deliveredSeq ? position.readSeq : deliveredSeq,
  };
  return {
    operation: 'TransactWriteItems',
    transactItems: [
      update(table(ctx, 'ConversationMember'), { userId, conversationId }, set, {
        equal: { readSeq, sentUnread, deliveredSeq },
      }),
    ],
  };
}

export function response(ctx: Context<Arguments>) {
  if (!memberWritten(ctx)) return null;
  const { id, memberIds } = conversationOf(ctx);
  return finish(ctx, 'READ', id, memberIds, { upTo: ctx.stash['upTo'] as number });
}
