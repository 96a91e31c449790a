import { runtime, util, type Context } from '@aws-appsync/utils';
import sql from '../../../../../sql/queries/people_to_write_to.sql';
import { callerId, rows, statement } from '../../lib/statement.ts';
import { endIfDone } from '../lib/event.ts';

/** Asks Postgres whether everybody who is to come in exists and may be written to by the caller. */
export function request(ctx: Context) {
  endIfDone(ctx);
  const others = ctx.stash['others'] as string[];
  // Notes need nobody.
  if (others.length === 0) runtime.earlyReturn(null);
  return statement(sql, { caller_id: callerId(ctx), ids: JSON.stringify(others) });
}

export function response(ctx: Context) {
  const [row] = rows<{ found: number }>(ctx);
  if (row?.found !== (ctx.stash['others'] as string[]).length) {
    util.error('One of these people is not there, or not for you.', 'PersonNotFound');
  }
  return null;
}
