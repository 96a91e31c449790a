import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/profile_by_handle.sql';
import { itemOrNull } from '../lib/item.ts';
import { normalHandle } from '../lib/normal-handle.ts';
import { statement } from '../lib/statement.ts';
import { viewerId } from '../lib/viewer.ts';

export function request(ctx: Context<{ handle: string }>) {
  return statement(sql, { viewer_id: viewerId(ctx), handle: normalHandle(ctx.args.handle) });
}

export function response(ctx: Context) {
  return itemOrNull(ctx);
}
