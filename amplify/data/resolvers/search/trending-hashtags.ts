import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/trending_hashtags.sql';
import { pageSize } from '../lib/page.ts';
import { json, rows, statement } from '../lib/statement.ts';

export function request(ctx: Context<{ limit?: number | null }>) {
  return statement(sql, { row_limit: pageSize(ctx.args.limit ?? 10) });
}

export function response(ctx: Context) {
  return rows<{ item: unknown }>(ctx).map((row) => json(row.item));
}
