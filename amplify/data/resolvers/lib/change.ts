import { util, type Context } from '@aws-appsync/utils';
import { callerId, json, rows, statement } from './statement.ts';

interface Row {
  item: unknown;
  changed: boolean;
  deleted_at?: string | null;
  notifies?: unknown;
}

/** A statement of the caller's about the crud whose id is the argument `id`. */
export function changeStatement(sql: string, ctx: Context<{ id: string }>) {
  return statement(sql, { id: ctx.args.id, viewer_id: callerId(ctx) });
}

/** The row that a mutation of a crud answers; none when the caller may not see the crud. */
export function changedRow<T>(ctx: Context): T {
  const [row] = rows<T>(ctx);
  if (!row) util.error('There is nothing here, or not for you.', 'NotFound');
  return row as T;
}

/** The crud, without what concerns the caller alone: whoever listens gets what the caller selected. */
export function forListeners(item: unknown) {
  return { ...json<Record<string, unknown>>(item), bookmarkedByMe: null, hiddenReason: null };
}

/** The changed crud, as the caller gets it and those who look at it may be told. */
export function changedActivity(ctx: Context) {
  const row = changedRow<Row>(ctx);
  return {
    ...forListeners(row.item),
    changed: row.changed,
    deletedAt: row.deleted_at ?? null,
    notifies: json(row.notifies),
  };
}
