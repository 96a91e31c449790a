import { runtime, util, type Context } from '@aws-appsync/utils';
import exportAccount from '../../../../sql/queries/export_account.sql';
import { callerId, json, rows, statement } from '../lib/statement.ts';
import {
  cursorAfter,
  invalidCursor,
  keepPage,
  placeOf,
  type ExportArguments,
  type Place,
} from './lib/place.ts';

const POSITION = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}Z\\|[0-9a-f-]{1,36}$';

/** The last row that was seen of the section. */
function positionOf({ rest }: Place): { at: string | null; id: string | null } {
  if (!rest) return { at: null, id: null };
  if (!util.matches(POSITION, rest)) invalidCursor();
  const [at, id] = rest.split('|');
  return { at: at as string, id: id as string };
}

/** The sections that Postgres has. */
export function request(ctx: Context<ExportArguments>) {
  const place = placeOf(ctx.args.cursor);
  if (place.name === 'conversations' || place.name === 'messages' || place.name === 'handles') {
    callerId(ctx);
    runtime.earlyReturn(null);
  }
  const { at, id } = positionOf(place);
  const isNumbered = place.name === 'notifications';
  return statement(exportAccount, {
    caller_id: callerId(ctx),
    section: place.name,
    cursor_at: at,
    cursor_id: isNumbered ? null : id,
    cursor_number: isNumbered ? id : null,
    row_limit: place.rows,
  });
}

export function response(ctx: Context<ExportArguments>) {
  const found = rows<{ item: string; created_at: string; id: string }>(ctx);
  const place = placeOf(ctx.args.cursor);
  const last = found[found.length - 1];
  const isFull = found.length === place.rows;
  const rest = isFull && last ? `${last.created_at}|${last.id}` : null;
  return keepPage(
    ctx,
    found.map((row) => json(row.item)),
    cursorAfter(place, rest),
  );
}
