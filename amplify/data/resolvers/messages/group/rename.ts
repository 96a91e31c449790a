import type { Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { endIfDone } from '../lib/event.ts';
import { conversationOf } from '../lib/load.ts';
import { groupWritten } from '../lib/membership.ts';
import { table } from '../lib/tables.ts';
import { update } from '../lib/write.ts';

/** Any member may; the last one to do it wins. */
export function request(ctx: Context<{ title: string }>) {
  endIfDone(ctx);
  const { id, membersVersion } = conversationOf(ctx);
  return {
    operation: 'TransactWriteItems',
    transactItems: [
      update(table(ctx, 'Conversation'), { id }, { title: ctx.args.title }, { equal: { membersVersion } }),
    ],
  };
}

export function response(ctx: Context<{ title: string }>) {
  const { title } = ctx.args;
  return groupWritten(ctx, callerId(ctx), 'RENAMED', conversationOf(ctx).memberIds, { title });
}
