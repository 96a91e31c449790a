import { util, type Context } from '@aws-appsync/utils';
import { finish } from '../lib/event.ts';
import { memberOf, notFound } from '../lib/load.ts';
import { table } from '../lib/tables.ts';
import { refusals, update } from '../lib/write.ts';

interface Arguments {
  conversationId: string;
  muted: boolean;
}

/** The caller's own choice; only their other clients are told. */
export function request(ctx: Context<Arguments>) {
  const { userId, conversationId } = memberOf(ctx);
  return {
    operation: 'TransactWriteItems',
    transactItems: [
      update(
        table(ctx, 'ConversationMember'),
        { userId, conversationId },
        { muted: ctx.args.muted },
        { equal: { userId } },
      ),
    ],
  };
}

export function response(ctx: Context<Arguments>) {
  const refused = refusals(ctx);
  if (refused?.[0]?.failed) notFound();
  if (refused) util.error('A lot is happening in this conversation. Please try again.', 'Conflict');
  const { userId, conversationId } = memberOf(ctx);
  return finish(ctx, 'MUTED', conversationId, [userId], { muted: ctx.args.muted });
}
