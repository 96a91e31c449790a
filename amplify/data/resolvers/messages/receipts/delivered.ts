import { runtime, type Context } from '@aws-appsync/utils';
import { endIfDone, finish } from '../lib/event.ts';
import { conversationOf, memberOf } from '../lib/load.ts';
import { checkPosition, memberWritten } from '../lib/receipt.ts';
import { table } from '../lib/tables.ts';
import { update } from '../lib/write.ts';

interface Arguments {
  conversationId: string;
  upTo: number;
}

/** A client of the caller has got everything up to there. */
export function request(ctx: Context<Arguments>) {
  endIfDone(ctx);
  const { conversationId, upTo } = ctx.args;
  checkPosition(ctx, upTo);
  const { userId, deliveredSeq } = memberOf(ctx);
  if (upTo <= deliveredSeq) {
    runtime.earlyReturn(finish(ctx, 'DELIVERED', conversationId, [], { upTo: deliveredSeq }), {
      skipTo: 'END',
    });
  }
  return {
    operation: 'TransactWriteItems',
    transactItems: [
      update(
        table(ctx, 'ConversationMember'),
        { userId, conversationId },
        { deliveredSeq: upTo },
        { equal: { deliveredSeq } },
      ),
    ],
  };
}

export function response(ctx: Context<Arguments>) {
  if (!memberWritten(ctx)) return null;
  const { userId } = memberOf(ctx);
  const { id, memberIds } = conversationOf(ctx);
  const others = memberIds.filter((memberId) => memberId !== userId);
  return finish(ctx, 'DELIVERED', id, others, { upTo: ctx.args.upTo });
}
