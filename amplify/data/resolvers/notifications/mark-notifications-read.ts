import { util, type Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/mark_notifications_read.sql';
import { doneOrNotFound } from '../lib/item.ts';
import { callerId, statement } from '../lib/statement.ts';

export function request(ctx: Context<{ upTo: string }>) {
  if (!util.matches('^[0-9]{1,18}$', ctx.args.upTo)) {
    util.error('This is not the id of a notification.', 'InvalidId');
  }
  return statement(sql, { caller_id: callerId(ctx), up_to: ctx.args.upTo });
}

export function response(ctx: Context) {
  return doneOrNotFound(ctx);
}
