import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/set_profile_suspended.sql';
import { callerId, rows, statement } from '../lib/statement.ts';

export function request(ctx: Context<{ id: string; reason: string }>) {
  const { id, reason } = ctx.args;
  return statement(sql, { caller_id: callerId(ctx), target_id: id, reason, suspend: false });
}

/** The next step tells direct messages. */
export function response(ctx: Context) {
  const [row] = rows<{ item: string }>(ctx);
  ctx.stash['profileId'] = row!.item;
  return true;
}
