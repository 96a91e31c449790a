import { runtime, util, type Context } from '@aws-appsync/utils';
import { messageView } from '../lib/event.ts';
import { messageKey } from '../lib/ids.ts';
import { conversationOf } from '../lib/load.ts';
import type { StoredMessage } from '../lib/stored.ts';
import { table } from '../lib/tables.ts';
import { busy } from '../lib/write.ts';

interface Arguments {
  afterSeq: number;
}

/** The changed messages as they are now, and with them the whole answer. */
export function request(ctx: Context<Arguments>) {
  const changed = ctx.stash['changed'] as number[];
  if (changed.length === 0) runtime.earlyReturn(answer(ctx, []));
  const { id } = conversationOf(ctx);
  const tables: Record<string, unknown> = {};
  tables[table(ctx, 'Message')] = {
    keys: changed.map((seq) => util.dynamodb.toMapValues({ conversationId: id, id: messageKey(seq) })),
    consistentRead: true,
  };
  return { operation: 'BatchGetItem', tables };
}

export function response(ctx: Context<Arguments>) {
  if (ctx.error) busy(ctx.error.type);
  const { data, unprocessedKeys } = ctx.result as {
    data: Record<string, (StoredMessage | null)[]>;
    unprocessedKeys?: Record<string, unknown[]> | null;
  };
  const name = table(ctx, 'Message');
  if (((unprocessedKeys ?? {})[name] ?? []).length > 0) busy('Throttling');
  return answer(ctx, data[name] ?? []);
}

function answer(ctx: Context<Arguments>, changed: (StoredMessage | null)[]) {
  const conversation = conversationOf(ctx);
  const missed = ctx.stash['missed'] as StoredMessage[];
  const last = missed[missed.length - 1];
  const revision = ctx.stash['revision'] as number;
  const moreMessages = last !== undefined && last.seq < conversation.lastSeq;
  return {
    items: missed.map((message) => messageView(message)),
    changed: changed
      .filter((message) => message !== null)
      .map((message) => messageView(message as StoredMessage)),
    more: moreMessages || revision < conversation.revision,
    lastSeq: conversation.lastSeq,
    revision,
  };
}
