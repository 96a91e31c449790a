import type { Context } from '@aws-appsync/utils';
import homeFeed from '../../../../sql/queries/home_feed.sql';
import { decodeCursor, encodeCursor, pageSize } from '../lib/page.ts';
import { json, rows, statement } from '../lib/statement.ts';

interface Arguments {
  limit?: number | null;
  cursor?: string | null;
}

interface Item {
  id: string;
  createdAt: string;
}

export function request(ctx: Context<Arguments>) {
  const position = decodeCursor(ctx.args.cursor);
  return statement(homeFeed, {
    cursor_at: position ? position.at : null,
    cursor_id: position ? position.id : null,
    // One more than the page tells whether there is a next one.
    row_limit: pageSize(ctx.args.limit) + 1,
  });
}

export function response(ctx: Context<Arguments>) {
  const found = rows<{ item: string }>(ctx).map((row) => json<Item>(row.item) as Item);
  const size = pageSize(ctx.args.limit);
  const items = found.slice(0, size);
  const last = items[items.length - 1];
  const cursor = found.length > size && last ? encodeCursor({ at: last.createdAt, id: last.id }) : null;
  return { items, cursor };
}
