import { util, type Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/profiles_by_ids.sql';
import { PAGE_SIZE_MAX } from '../../../../shared/limits.ts';
import { callerId, json, rows, statement } from '../lib/statement.ts';

export function request(ctx: Context<{ ids: string[] }>) {
  const { ids } = ctx.args;
  if (ids.length > PAGE_SIZE_MAX) {
    util.error(`Please ask for at most ${PAGE_SIZE_MAX} people at once.`, 'InvalidLimit');
  }
  return statement(sql, { viewer_id: callerId(ctx), ids: JSON.stringify(ids) });
}

export function response(ctx: Context) {
  return rows<{ item: unknown }>(ctx).map((row) => json(row.item));
}
