import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../lib/statement.ts';
import { busy } from './lib/write.ts';

/**
 * The last step of `unblockProfile`.
 * Whom, the step before it says: the id as Postgres writes it.
 */
export function request(ctx: Context) {
  return {
    operation: 'DeleteItem',
    key: util.dynamodb.toMapValues({
      blockerId: callerId(ctx),
      blockedId: (ctx.prev.result as { id: string }).id,
    }),
  };
}

/** Answers what the step before it answered. */
export function response(ctx: Context) {
  if (ctx.error) busy(ctx.error.type);
  return ctx.prev.result;
}
