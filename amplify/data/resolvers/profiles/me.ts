import type { Context } from '@aws-appsync/utils';
import getProfile from '../../../../sql/queries/get_profile.sql';
import { callerId, json, rows, statement } from '../lib/statement.ts';

export function request(ctx: Context) {
  return statement(getProfile, { id: callerId(ctx) });
}

export function response(ctx: Context) {
  const [row] = rows<{ item: string }>(ctx);
  return row ? json(row.item) : null;
}
