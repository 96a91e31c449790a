import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/notifications.sql';
import type { PageArguments } from '../lib/list.ts';
import { numberedPage, numberedParameters } from '../lib/numbered-list.ts';
import { callerId, statement } from '../lib/statement.ts';

export function request(ctx: Context<PageArguments>) {
  return statement(sql, { caller_id: callerId(ctx), ...numberedParameters(ctx.args) });
}

export function response(ctx: Context<PageArguments>) {
  return numberedPage(ctx);
}
