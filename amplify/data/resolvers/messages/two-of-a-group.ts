import { runtime, type Context } from '@aws-appsync/utils';
import { callerId } from '../lib/statement.ts';
import { batchGet, batchGot } from './lib/batch.ts';
import { conversationOf, refuseBlocked } from './lib/load.ts';

/**
 * A group in which only two are left is a conversation of two: then blocks between them hold as in one. Who they are is
 * known once the conversation was read. (docs/adr/0015)
 */
export function request(ctx: Context) {
  const { kind, memberIds } = conversationOf(ctx);
  const isStored = Boolean(ctx.stash['storedSeq']);
  if (kind !== 'GROUP' || memberIds.length !== 2 || isStored) runtime.earlyReturn(ctx.prev.result);
  const caller = callerId(ctx);
  const other = memberIds[0] === caller ? memberIds[1]! : memberIds[0]!;
  return batchGet(ctx, {
    MessageBlock: [
      { blockerId: caller, blockedId: other },
      { blockerId: other, blockedId: caller },
    ],
  });
}

/** Answers what the step before it answered. */
export function response(ctx: Context) {
  refuseBlocked(batchGot(ctx, 'MessageBlock').some((block) => block !== null));
  return ctx.prev.result;
}
