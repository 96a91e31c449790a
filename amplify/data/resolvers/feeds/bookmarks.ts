import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/bookmarks.sql';
import { feedPage, feedStatement } from '../lib/feed.ts';
import type { PageArguments } from '../lib/list.ts';

export function request(ctx: Context<PageArguments>) {
  return feedStatement(sql, ctx);
}

export function response(ctx: Context<PageArguments>) {
  return feedPage(ctx);
}
