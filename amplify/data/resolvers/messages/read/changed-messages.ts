import { runtime, type Context } from '@aws-appsync/utils';
import { batchGet, batchGot } from '../lib/batch.ts';
import { messageView } from '../lib/event.ts';
import { messageKey } from '../lib/ids.ts';
import { conversationOf } from '../lib/load.ts';
import type { StoredMessage } from '../lib/stored.ts';

interface Arguments {
  afterSeq: number;
}

/** The changed messages as they are now, and with them the whole answer. */
export function request(ctx: Context<Arguments>) {
  const changed = ctx.stash['changed'] as number[];
  if (changed.length === 0) runtime.earlyReturn(answer(ctx, []));
  const { id } = conversationOf(ctx);
  return batchGet(ctx, { Message: changed.map((seq) => ({ conversationId: id, id: messageKey(seq) })) });
}

export function response(ctx: Context<Arguments>) {
  return answer(ctx, batchGot<StoredMessage>(ctx, 'Message'));
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
