import { runtime, util, type Context } from '@aws-appsync/utils';

/** The sections of an export in their order, each with the size of a page that stays below what its source gives. */
export const SECTIONS = [
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
  { name: 'conversations', rows: 50 },
  { name: 'messages', rows: 50 },
  { name: 'handles', rows: 100 },
];

export interface ExportArguments {
  cursor?: string | null;
}

/** Where an export goes on: a section, and the rest of the cursor, which is the section's own; empty at its beginning. */
export interface Place {
  section: number;
  name: string;
  rows: number;
  rest: string;
}

export function placeOf(cursor: string | null | undefined): Place {
  const text = cursor ? util.base64Decode(cursor) : '0|';
  if (!util.matches('^\\d{1,2}\\|', text)) invalidCursor();
  const number = text.split('|')[0] as string;
  const section = parseInt(number);
  const known = SECTIONS[section];
  if (!known) invalidCursor();
  return { section, name: known!.name, rows: known!.rows, rest: text.slice(number.length + 1) };
}

/** The cursor of the next page: further within the section, or at the next one; none after the last. */
export function cursorAfter({ section }: Place, rest: string | null): string | null {
  if (rest) return util.base64Encode(`${section}|${rest}`);
  return section + 1 === SECTIONS.length ? null : util.base64Encode(`${section + 1}|`);
}

export function invalidCursor(): void {
  util.error('This cursor is not one of ours. Begin the export again.', 'InvalidCursor');
}

/** The page of a section, which ends the request. */
export function keepPage(ctx: Context, items: unknown[], cursor: string | null) {
  const page = { items, cursor };
  ctx.stash['page'] = page;
  return page;
}

/** For the first line of a step: leaves it to the steps that it is for. */
export function onlyFor(ctx: Context<ExportArguments>, name: string): void {
  if (ctx.stash['page']) runtime.earlyReturn(ctx.stash['page'], { skipTo: 'END' });
  if (placeOf(ctx.args.cursor).name !== name) runtime.earlyReturn(null);
}
