import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/trending_feed.sql';
import { feedPage, feedStatement } from '../lib/feed.ts';
import type { PageArguments } from '../lib/list.ts';

export function request(ctx: Context<PageArguments>) {
  return feedStatement(sql, ctx, {}, true);
}

export function response(ctx: Context<PageArguments>) {
  return feedPage(ctx);
}
