import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/open_reports.sql';
import { listPage, listParameters, type PageArguments } from '../lib/list.ts';
import { statement } from '../lib/statement.ts';

export function request(ctx: Context<PageArguments>) {
  return statement(sql, listParameters(ctx.args));
}

export function response(ctx: Context<PageArguments>) {
  return listPage(ctx);
}
