import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/report_activity.sql';
import { doneOrNotFound } from '../lib/item.ts';
import { callerId, statement } from '../lib/statement.ts';

interface Arguments {
  id: string;
  reason: string;
  note?: string | null;
}

export function request(ctx: Context<Arguments>) {
  const { id, reason, note } = ctx.args;
  return statement(sql, { caller_id: callerId(ctx), target_id: id, reason, note: note ?? '' });
}

export function response(ctx: Context) {
  return doneOrNotFound(ctx);
}
