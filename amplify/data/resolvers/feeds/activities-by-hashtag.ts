import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/activities_by_hashtag.sql';
import { feedPage, feedStatement } from '../lib/feed.ts';
import type { PageArguments } from '../lib/list.ts';

export function request(ctx: Context<PageArguments & { tag: string }>) {
  return feedStatement(sql, ctx, { tag: ctx.args.tag });
}

export function response(ctx: Context<PageArguments>) {
  return feedPage(ctx);
}
