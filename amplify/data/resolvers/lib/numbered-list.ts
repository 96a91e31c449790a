import { util, type Context } from '@aws-appsync/utils';
import type { PageArguments } from './list.ts';
import { pageSize } from './page.ts';
import { json, rows } from './statement.ts';

/** The parameters of a list whose rows carry a numeric `id`, newest first. The cursor is the last id seen. */
export function numberedParameters(args: PageArguments) {
  const cursor = args.cursor ? util.base64Decode(args.cursor) : null;
  if (cursor && !util.matches('^[0-9]{1,18}$', cursor)) {
    util.error('This cursor is not one of ours. Load the first page again.', 'InvalidCursor');
  }
  return { cursor, row_limit: pageSize(args.limit) + 1 };
}

/** The page out of such rows. */
export function numberedPage(ctx: Context<PageArguments>) {
  const found = rows<{ item: unknown; id: number }>(ctx);
  const size = pageSize(ctx.args.limit);
  const shown = found.slice(0, size);
  const last = shown[shown.length - 1];
  const cursor = found.length > size && last ? util.base64Encode(`${last.id}`) : null;
  return { items: shown.map((row) => json(row.item)), cursor };
}
