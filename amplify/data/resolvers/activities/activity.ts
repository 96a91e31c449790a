import type { Context } from '@aws-appsync/utils';
import getActivity from '../../../../sql/queries/get_activity.sql';
import { json, rows, statement } from '../lib/statement.ts';

export function request(ctx: Context<{ id: string }>) {
  return statement(getActivity, { id: ctx.args.id });
}

export function response(ctx: Context) {
  const [row] = rows<{ item: string }>(ctx);
  return row ? json(row.item) : null;
}
