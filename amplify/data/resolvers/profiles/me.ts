import type { Context } from '@aws-appsync/utils';
import getProfile from '../../../../sql/queries/get_profile.sql';
import { itemOrNull } from '../lib/item.ts';
import { callerId, statement } from '../lib/statement.ts';

export function request(ctx: Context) {
  return statement(getProfile, { id: callerId(ctx) });
}

export function response(ctx: Context) {
  return itemOrNull(ctx);
}
