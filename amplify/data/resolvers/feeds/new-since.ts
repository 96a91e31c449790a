import type { Context } from '@aws-appsync/utils';
import sinceOfEveryone from '../../../../sql/queries/new_since.sql';
import sinceOfFollowed from '../../../../sql/queries/new_since_following.sql';
import { NEW_COUNT_MAX } from '../../../../shared/limits.ts';
import { decodeCursor } from '../lib/page.ts';
import { rows, statement } from '../lib/statement.ts';
import { viewerId } from '../lib/viewer.ts';

export function request(ctx: Context<{ head?: string | null; feed?: 'HOME' | 'FOLLOWING' | null }>) {
  const position = decodeCursor(ctx.args.head);
  return statement(ctx.args.feed === 'FOLLOWING' ? sinceOfFollowed : sinceOfEveryone, {
    viewer_id: viewerId(ctx),
    cursor_at: position ? position.at : null,
    cursor_id: position ? position.id : null,
    row_limit: NEW_COUNT_MAX,
  });
}

export function response(ctx: Context) {
  const [row] = rows<{ number: number }>(ctx);
  return row!.number;
}
