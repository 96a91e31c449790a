import { runtime, util, type Context } from '@aws-appsync/utils';
import { pageSize } from '../../lib/page.ts';
import { messageKey } from '../lib/ids.ts';
import { conversationOf, memberOf } from '../lib/load.ts';
import { between } from '../lib/range.ts';
import type { StoredMessage } from '../lib/stored.ts';
import { busy } from '../lib/write.ts';

interface Arguments {
  afterSeq: number;
  afterRevision: number;
  limit?: number | null;
}

/** The messages after the last one that the client has. */
export function request(ctx: Context<Arguments>) {
  const { afterSeq, afterRevision } = ctx.args;
  const limit = pageSize(ctx.args.limit);
  if (afterSeq < 0 || afterRevision < 0) util.error('There is nothing before zero.', 'InvalidPosition');
  const { id, lastSeq } = conversationOf(ctx);
  const { joinedSeq } = memberOf(ctx);
  const after = afterSeq > joinedSeq ? afterSeq : joinedSeq;
  ctx.stash['missed'] = [];
  if (after >= lastSeq) runtime.earlyReturn(null);
  return between(id, messageKey(after + 1), messageKey(lastSeq), { limit, newestFirst: false });
}

export function response(ctx: Context<Arguments>) {
  if (ctx.error) busy(ctx.error.type);
  ctx.stash['missed'] = (ctx.result as { items: StoredMessage[] }).items;
  return null;
}
