import { util, type Context } from '@aws-appsync/utils';
import type { PageArguments } from './list.ts';
import { decodeCursor, encodeCursor, pageSize } from './page.ts';
import { json, rows, statement } from './statement.ts';
import { viewerId } from './viewer.ts';

/** Texts can be long: a page ends early rather than pass the 1 MiB that the Data API answers at most. */
const BYTES_MAX = 900000;

interface Row {
  item: unknown;
  at: string | null;
  id: string | null;
  found: number;
  reposted_by?: unknown;
}

interface Item {
  repostedBy?: unknown;
  repostedAt?: string | null;
  id: string;
}

/**
 * A query of a list, for the viewer: its rows are `item`, and `at` and `id` for the cursor. It is asked for one row more
 * than the page has, which tells whether there is a next one.
 */
export function feedStatement(
  sql: string,
  ctx: Context<PageArguments>,
  values: Record<string, string> = {},
  byScore: boolean = false,
) {
  const position = decodeCursor(ctx.args.cursor, byScore);
  const query = sql.slice(0, sql.lastIndexOf(';'));
  return statement(
    `select * from (
      select page.*, count(*) over () as found,
        sum(coalesce(octet_length(cast(page.item as text)), 0)) over (rows unbounded preceding) as bytes
      from (${query}) page
    ) page where bytes <= ${BYTES_MAX}`,
    {
      ...values,
      viewer_id: viewerId(ctx),
      cursor_at: position ? position.at : null,
      cursor_id: position ? position.id : null,
      row_limit: pageSize(ctx.args.limit) + 1,
    },
  );
}

/** The page out of such rows. A row without an item was left out by the rules: the cursor passes it. */
export function feedPage(ctx: Context<PageArguments>) {
  return pageOf(rows<Row>(ctx), pageSize(ctx.args.limit));
}

/** The same for a list of something that has to be there: no row at all says that it is not, or not for the viewer. */
export function feedPageOrNotFound(ctx: Context<PageArguments>) {
  const found = rows<Row>(ctx);
  if (found.length === 0) util.error('There is nothing here, or not for you.', 'NotFound');
  return pageOf(found, pageSize(ctx.args.limit));
}

function pageOf(found: Row[], size: number) {
  const kept = found.slice(0, size);
  const seen: Record<string, boolean> = {};
  const items: Item[] = [];
  for (const row of kept) {
    const item = json<Item>(row.item);
    if (item && !seen[item.id]) {
      seen[item.id] = true;
      const repostedBy = json(row.reposted_by);
      items.push(repostedBy ? { ...item, repostedBy, repostedAt: row.at } : item);
    }
  }
  const first = kept[0];
  const last = kept[kept.length - 1];
  const hasMore = last && last.id && last.found > kept.length;
  return {
    items,
    cursor: hasMore ? encodeCursor({ at: last.at as string, id: last.id as string }) : null,
    head: first && first.id ? encodeCursor({ at: first.at as string, id: first.id }) : null,
  };
}
