import { util } from '@aws-appsync/utils';
import { PAGE_SIZE, PAGE_SIZE_MAX } from '../../../../shared/limits.ts';

/** A position in a list that is sorted by time and id, or by a score and id. */
export interface Position {
  /** A time with microseconds, or a number. */
  at: string;
  id: string;
}

/** How many items the caller gets. Refuses what is not between 1 and the maximum. */
export function pageSize(limit: number | null | undefined): number {
  const size = limit ?? PAGE_SIZE;
  if (size < 1 || size > PAGE_SIZE_MAX) {
    util.error(`A page has between 1 and ${PAGE_SIZE_MAX} items.`, 'InvalidLimit');
  }
  return size;
}

/** Opaque to clients: they hand it back as they got it. */
export function encodeCursor(position: Position): string {
  return util.base64Encode(`${position.at}|${position.id}`);
}

const TIME = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}Z$';
const SCORE = '^-?\\d{1,15}(\\.\\d{1,17})?(e-?\\d{1,2})?$';

/** The position in a cursor; null for the first page. Refuses what `encodeCursor` did not make for this kind of list. */
export function decodeCursor(cursor: string | null | undefined, byScore: boolean = false): Position | null {
  if (!cursor) return null;
  const parts = util.base64Decode(cursor).split('|');
  const [at, id] = parts;
  const wellFormed =
    parts.length === 2 &&
    util.matches(byScore ? SCORE : TIME, at as string) &&
    util.matches('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', id as string);
  if (!wellFormed) util.error('This cursor is not one of ours. Load the first page again.', 'InvalidCursor');
  return { at: at as string, id: id as string };
}
