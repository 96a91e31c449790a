import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/set_activity_hidden.sql';
import { doneOrNotFound } from '../lib/item.ts';
import { callerId, statement } from '../lib/statement.ts';

export function request(ctx: Context<{ id: string; reason: string }>) {
  const { id, reason } = ctx.args;
  return statement(sql, { caller_id: callerId(ctx), target_id: id, reason, hide: false });
}

export function response(ctx: Context) {
  return doneOrNotFound(ctx);
}
