import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/unread_notification_count.sql';
import { callerId, rows, statement } from '../lib/statement.ts';

export function request(ctx: Context) {
  return statement(sql, { caller_id: callerId(ctx) });
}

export function response(ctx: Context) {
  const [row] = rows<{ item: number }>(ctx);
  return row!.item;
}
