import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/likers_of.sql';
import { feedPageOrNotFound, feedStatement } from '../lib/feed.ts';
import type { PageArguments } from '../lib/list.ts';

export function request(ctx: Context<PageArguments & { id: string }>) {
  return feedStatement(sql, ctx, { id: ctx.args.id });
}

export function response(ctx: Context<PageArguments>) {
  return feedPageOrNotFound(ctx);
}
