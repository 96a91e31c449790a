import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/followers.sql';
import { listPage, listParameters, type PageArguments } from '../lib/list.ts';
import { statement } from '../lib/statement.ts';
import { viewerId } from '../lib/viewer.ts';

export function request(ctx: Context<PageArguments & { id: string }>) {
  const page = listParameters(ctx.args);
  return statement(sql, { viewer_id: viewerId(ctx), profile_id: ctx.args.id, ...page });
}

export function response(ctx: Context<PageArguments>) {
  return listPage(ctx);
}
