import { util, type Context } from '@aws-appsync/utils';
import exportAccount from '../../../../sql/queries/export_account.sql';
import { callerId, json, rows, statement } from '../lib/statement.ts';

/** The sections in their order, each with the size of a page that stays below the Data API's 1 MiB. */
const SECTIONS = [
  { name: 'profile', rows: 1 },
  { name: 'activities', rows: 40 },
  { name: 'likes', rows: 1000 },
  { name: 'reposts', rows: 1000 },
  { name: 'bookmarks', rows: 1000 },
  { name: 'following', rows: 1000 },
  { name: 'followers', rows: 1000 },
  { name: 'blocks', rows: 1000 },
  { name: 'mutes', rows: 1000 },
  { name: 'reports', rows: 100 },
  { name: 'notifications', rows: 1000 },
];

/** Where an export goes on: a section, and the last row seen in it; none for its beginning. */
interface Place {
  section: number;
  at: string | null;
  id: string | null;
}

const CURSOR = '^\\d{1,2}\\|(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}Z)?\\|[0-9a-f-]{0,36}$';

function placeOf(cursor: string | null | undefined): Place {
  if (!cursor) return { section: 0, at: null, id: null };
  const text = util.base64Decode(cursor);
  const [section, at, id] = text.split('|');
  if (!util.matches(CURSOR, text) || !SECTIONS[parseInt(section as string)]) {
    util.error('This cursor is not one of ours. Begin the export again.', 'InvalidCursor');
  }
  return { section: parseInt(section as string), at: at ? at : null, id: id ? id : null };
}

export function request(ctx: Context<{ cursor?: string | null }>) {
  const place = placeOf(ctx.args.cursor);
  const section = SECTIONS[place.section]!;
  const isNumbered = section.name === 'notifications';
  return statement(exportAccount, {
    caller_id: callerId(ctx),
    section: section.name,
    cursor_at: place.at,
    cursor_id: isNumbered ? null : place.id,
    cursor_number: isNumbered ? place.id : null,
    row_limit: section.rows,
  });
}

export function response(ctx: Context<{ cursor?: string | null }>) {
  const found = rows<{ item: string; created_at: string; id: string }>(ctx);
  const place = placeOf(ctx.args.cursor);
  const last = found[found.length - 1];
  const isFull = found.length === SECTIONS[place.section]!.rows;
  const next = isFull && last ? `${place.section}|${last.created_at}|${last.id}` : `${place.section + 1}||`;
  const isOver = !isFull && place.section + 1 === SECTIONS.length;
  return { items: found.map((row) => json(row.item)), cursor: isOver ? null : util.base64Encode(next) };
}
