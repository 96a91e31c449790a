import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/muted_profiles.sql';
import { listPage, listParameters, type PageArguments } from '../lib/list.ts';
import { callerId, statement } from '../lib/statement.ts';

export function request(ctx: Context<PageArguments>) {
  return statement(sql, { caller_id: callerId(ctx), ...listParameters(ctx.args) });
}

export function response(ctx: Context<PageArguments>) {
  return listPage(ctx);
}
