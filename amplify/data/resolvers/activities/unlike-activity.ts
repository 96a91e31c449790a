import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/unlike_activity.sql';
import { changedActivity, changeStatement } from '../lib/change.ts';

export function request(ctx: Context<{ id: string }>) {
  return changeStatement(sql, ctx);
}

export function response(ctx: Context) {
  return changedActivity(ctx);
}
