import { runtime, util, type Context } from '@aws-appsync/utils';
import { callerId } from '../lib/statement.ts';
import { conversationOf, refuseBlocked } from './lib/load.ts';
import { table } from './lib/tables.ts';
import { busy } from './lib/write.ts';

/**
 * A group in which only two are left is a conversation of two: then blocks between them hold as in one. Who they are is
 * known once the conversation was read. (docs/adr/0015)
 */
export function request(ctx: Context) {
  const { kind, memberIds } = conversationOf(ctx);
  const isStored = Boolean(ctx.stash['storedSeq']);
  if (kind !== 'GROUP' || memberIds.length !== 2 || isStored) runtime.earlyReturn(ctx.prev.result);
  const caller = callerId(ctx);
  const other = memberIds[0] === caller ? memberIds[1] : memberIds[0];
  const tables: Record<string, unknown> = {};
  tables[table(ctx, 'MessageBlock')] = {
    keys: [
      util.dynamodb.toMapValues({ blockerId: caller, blockedId: other }),
      util.dynamodb.toMapValues({ blockerId: other, blockedId: caller }),
    ],
    consistentRead: true,
  };
  return { operation: 'BatchGetItem', tables };
}

/** Answers what the step before it answered. */
export function response(ctx: Context) {
  if (ctx.error) busy(ctx.error.type);
  const { data, unprocessedKeys } = ctx.result as {
    data: Record<string, unknown[]>;
    unprocessedKeys?: Record<string, unknown[]> | null;
  };
  const name = table(ctx, 'MessageBlock');
  if (((unprocessedKeys ?? {})[name] ?? []).length > 0) busy('Throttling');
  refuseBlocked((data[name] ?? []).some((block) => block !== null));
  return ctx.prev.result;
}
