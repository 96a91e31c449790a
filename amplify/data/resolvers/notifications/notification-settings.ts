import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/notification_settings.sql';
import { itemOrNull } from '../lib/item.ts';
import { callerId, statement } from '../lib/statement.ts';

export function request(ctx: Context) {
  return statement(sql, { caller_id: callerId(ctx) });
}

export function response(ctx: Context) {
  return { mutedKinds: itemOrNull(ctx) };
}
