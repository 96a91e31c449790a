import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/mute_profile.sql';
import { itemOrNotFound } from '../lib/item.ts';
import { targetStatement } from '../lib/target.ts';

export function request(ctx: Context<{ id: string }>) {
  return targetStatement(sql, ctx);
}

export function response(ctx: Context) {
  return itemOrNotFound(ctx);
}
