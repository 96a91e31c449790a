import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/bookmark_activity.sql';
import { changeStatement } from '../lib/change.ts';
import { itemOrNotFound } from '../lib/item.ts';

export function request(ctx: Context<{ id: string }>) {
  return changeStatement(sql, ctx);
}

export function response(ctx: Context) {
  return itemOrNotFound(ctx);
}
