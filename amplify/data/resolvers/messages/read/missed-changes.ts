import { runtime, type Context } from '@aws-appsync/utils';
import { pageSize } from '../../lib/page.ts';
import { changeKey } from '../lib/ids.ts';
import { conversationOf, memberOf } from '../lib/load.ts';
import { between } from '../lib/range.ts';
import { busy } from '../lib/write.ts';

interface Arguments {
  afterSeq: number;
  afterRevision: number;
  limit?: number | null;
}

/** Which messages were edited or deleted since; among those that the client has, the others come as they are now. */
export function request(ctx: Context<Arguments>) {
  const { id, revision } = conversationOf(ctx);
  const { afterRevision, limit } = ctx.args;
  ctx.stash['changed'] = [];
  ctx.stash['revision'] = revision;
  if (afterRevision >= revision) runtime.earlyReturn(null);
  return between(id, changeKey(afterRevision + 1), changeKey(revision), {
    limit: pageSize(limit),
    newestFirst: false,
  });
}

export function response(ctx: Context<Arguments>) {
  if (ctx.error) busy(ctx.error.type);
  const { items } = ctx.result as { items: { seq: number }[] };
  const { joinedSeq } = memberOf(ctx);
  const seqs: number[] = [];
  for (const { seq } of items) {
    if (seq <= ctx.args.afterSeq && seq > joinedSeq && !seqs.includes(seq)) seqs.push(seq);
  }
  ctx.stash['changed'] = seqs;
  ctx.stash['revision'] = ctx.args.afterRevision + items.length;
  return null;
}
