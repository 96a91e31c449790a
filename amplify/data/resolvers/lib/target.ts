import type { Context } from '@aws-appsync/utils';
import { callerId, statement } from './statement.ts';

/** A statement about the caller and the thing whose id is the argument `id`. */
export function targetStatement(sql: string, ctx: Context<{ id: string }>) {
  return statement(sql, { caller_id: callerId(ctx), target_id: ctx.args.id });
}
