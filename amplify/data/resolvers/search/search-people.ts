import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/search_people.sql';
import { feedPage, feedStatement } from '../lib/feed.ts';
import type { PageArguments } from '../lib/list.ts';
import { searchQuery } from '../lib/search-query.ts';

export function request(ctx: Context<PageArguments & { query: string }>) {
  return feedStatement(sql, ctx, { query: searchQuery(ctx.args.query) }, true);
}

export function response(ctx: Context<PageArguments>) {
  return feedPage(ctx);
}
