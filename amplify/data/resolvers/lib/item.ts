import { util, type Context } from '@aws-appsync/utils';
import { json, rows } from './statement.ts';

/** The `item` of the one row that a statement answers, JSON; null without a row. */
export function itemOrNull<T>(ctx: Context): T | null {
  const [row] = rows<{ item: unknown }>(ctx);
  return row ? json<T>(row.item) : null;
}

/** The same where a row must be; without one, what was asked for is not there, or not for the caller. */
export function itemOrNotFound<T>(ctx: Context): T {
  const item = itemOrNull<T>(ctx);
  if (!item) util.error('There is nothing here, or not for you.', 'NotFound');
  return item as T;
}

/** For statements whose `item` only says that they ran. */
export function doneOrNotFound(ctx: Context): boolean {
  const [row] = rows<{ item: boolean }>(ctx);
  if (!row) util.error('There is nothing here, or not for you.', 'NotFound');
  return true;
}
