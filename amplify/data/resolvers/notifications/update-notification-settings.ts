import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/update_notification_settings.sql';
import { itemOrNotFound } from '../lib/item.ts';
import { callerId, statement } from '../lib/statement.ts';

export function request(ctx: Context<{ mutedKinds: string[] }>) {
  const kinds = JSON.stringify(ctx.args.mutedKinds);
  return statement(sql, { caller_id: callerId(ctx), muted_kinds: kinds });
}

export function response(ctx: Context) {
  return { mutedKinds: itemOrNotFound(ctx) };
}
