import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/moderation_log.sql';
import type { PageArguments } from '../lib/list.ts';
import { numberedPage, numberedParameters } from '../lib/numbered-list.ts';
import { statement } from '../lib/statement.ts';

export function request(ctx: Context<PageArguments>) {
  return statement(sql, numberedParameters(ctx.args));
}

export function response(ctx: Context<PageArguments>) {
  return numberedPage(ctx);
}
