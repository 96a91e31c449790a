import type { Context } from '@aws-appsync/utils';
import { decodeCursor, encodeCursor, pageSize } from './page.ts';
import { json, rows } from './statement.ts';

/** Arguments of a field that answers a page. */
export interface PageArguments {
  limit?: number | null;
  cursor?: string | null;
}

interface Row {
  item: unknown;
  created_at: string;
  id: string;
}

/** The parameters of a list whose rows carry `created_at` and `id`. */
export function listParameters(args: PageArguments) {
  const position = decodeCursor(args.cursor);
  return {
    cursor_at: position ? position.at : null,
    cursor_id: position ? position.id : null,
    // One more than the page tells whether there is a next one.
    row_limit: pageSize(args.limit) + 1,
  };
}

/** The page out of such rows. */
export function listPage(ctx: Context<PageArguments>) {
  const found = rows<Row>(ctx);
  const size = pageSize(ctx.args.limit);
  const shown = found.slice(0, size);
  const last = shown[shown.length - 1];
  const cursor = found.length > size && last ? encodeCursor({ at: last.created_at, id: last.id }) : null;
  return { items: shown.map((row) => json(row.item)), cursor };
}
