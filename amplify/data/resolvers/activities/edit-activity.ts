import type { Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/edit_activity.sql';
import { EDIT_WINDOW_MINUTES } from '../../../../shared/limits.ts';
import { changedActivity } from '../lib/change.ts';
import { callerId, statement } from '../lib/statement.ts';

export function request(ctx: Context<{ id: string; message: string }>) {
  return statement(sql, {
    id: ctx.args.id,
    viewer_id: callerId(ctx),
    message: ctx.args.message,
    within_minutes: EDIT_WINDOW_MINUTES,
  });
}

export function response(ctx: Context) {
  return changedActivity(ctx);
}
