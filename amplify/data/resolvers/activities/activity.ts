import { util, type Context } from '@aws-appsync/utils';
import getActivity from '../../../../sql/queries/get_activity.sql';
import { json, rows, statement } from '../lib/statement.ts';
import { viewerId } from '../lib/viewer.ts';

export function request(ctx: Context<{ id: string }>) {
  return statement(getActivity, { id: ctx.args.id, viewer_id: viewerId(ctx) });
}

export function response(ctx: Context) {
  const [row] = rows<{ item: unknown; is_expired: boolean }>(ctx);
  const item = row ? json(row.item) : null;
  if (!item) {
    if (row && row.is_expired) util.error('This crud has expired.', 'Expired');
    util.error('There is nothing here, or not for you.', 'NotFound');
  }
  return item;
}
