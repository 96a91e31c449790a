import { runtime, type Context } from '@aws-appsync/utils';
import { pageSize } from '../../lib/page.ts';
import { messageView } from '../lib/event.ts';
import { messageKey } from '../lib/ids.ts';
import { conversationOf, memberOf } from '../lib/load.ts';
import { between } from '../lib/range.ts';
import type { StoredMessage } from '../lib/stored.ts';
import { busy } from '../lib/write.ts';

interface Arguments {
  before?: number | null;
  limit?: number | null;
}

/** From the newest message, or the one before `before`, back to the caller's joining. */
export function request(ctx: Context<Arguments>) {
  const { id, lastSeq, revision } = conversationOf(ctx);
  const { joinedSeq } = memberOf(ctx);
  const { before } = ctx.args;
  const newest = before !== null && before !== undefined && before <= lastSeq ? before - 1 : lastSeq;
  const limit = pageSize(ctx.args.limit);
  if (newest <= joinedSeq) runtime.earlyReturn({ items: [], hasMore: false, lastSeq, revision });
  return between(id, messageKey(joinedSeq + 1), messageKey(newest), { limit, newestFirst: true });
}

export function response(ctx: Context<Arguments>) {
  if (ctx.error) busy(ctx.error.type);
  const { lastSeq, revision } = conversationOf(ctx);
  const { items } = ctx.result as { items: StoredMessage[] };
  const oldest = items[items.length - 1];
  const hasMore = oldest !== undefined && oldest.seq > memberOf(ctx).joinedSeq + 1;
  return { items: items.map((message) => messageView(message)), hasMore, lastSeq, revision };
}
