import { util, type Context } from '@aws-appsync/utils';
import getThread from '../../../../sql/queries/get_thread.sql';
import type { PageArguments } from '../lib/list.ts';
import { decodeCursor, encodeCursor, pageSize } from '../lib/page.ts';
import { json, rows, statement } from '../lib/statement.ts';
import { viewerId } from '../lib/viewer.ts';

interface Row {
  role: 'EXPIRED' | 'FOCUSED' | 'ANCESTOR' | 'REPLY';
  id: string;
  parent_id: string;
  at: string;
  /** Null for a reply that only shows that there are more, or for which there was no room. */
  item: unknown;
}

export function request(ctx: Context<PageArguments & { id: string }>) {
  const position = decodeCursor(ctx.args.cursor);
  return statement(getThread, {
    id: ctx.args.id,
    viewer_id: viewerId(ctx),
    cursor_at: position ? position.at : null,
    cursor_id: position ? position.id : null,
    row_limit: pageSize(ctx.args.limit) + 1,
  });
}

export function response(ctx: Context<PageArguments>) {
  const found = rows<Row>(ctx);
  const [first] = found;
  if (!first) util.error('There is nothing here, or not for you.', 'NotFound');
  if (first!.role === 'EXPIRED') util.error('This crud has expired.', 'Expired');
  const ancestors: unknown[] = [];
  const replies: unknown[] = [];
  /** By the id of a reply that is there. */
  const shown: Record<string, boolean> = { [first!.id]: true };
  /** By the id of a parent: the position of its last reply that is there, and whether there are more. */
  const last: Record<string, string> = {};
  const more: Record<string, boolean> = {};
  for (const row of found) {
    const item = json(row.item);
    if (row.role === 'ANCESTOR' && item) ancestors.push(item);
    if (row.role === 'REPLY' && item) {
      replies.push(item);
      shown[row.id] = true;
      last[row.parent_id] = encodeCursor({ at: row.at, id: row.id });
    }
    if (row.role === 'REPLY' && !item && shown[row.parent_id]) more[row.parent_id] = true;
  }
  const branches: unknown[] = [];
  for (const parentId of Object.keys(more)) {
    if (parentId !== first!.id) branches.push({ parentId, cursor: last[parentId] ?? null });
  }
  const cursor = more[first!.id] ? (last[first!.id] ?? null) : null;
  return { focused: json(first!.item), ancestors, replies, cursor, branches };
}
