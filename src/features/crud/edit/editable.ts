import { EDIT_WINDOW_MINUTES } from '../../../../shared/limits.ts';
import type { Activity } from '../../../lib/data/types.ts';

/** For how many more minutes, begun ones counted, an author may change a text; 0 when that is over. */
export function editableMinutes(
  { createdAt, hiddenReason }: Pick<Activity, 'createdAt' | 'hiddenReason'>,
  now: number,
): number {
  if (hiddenReason) return 0;
  const left = Date.parse(createdAt) + EDIT_WINDOW_MINUTES * 60_000 - now;
  return Math.min(EDIT_WINDOW_MINUTES, Math.max(0, Math.ceil(left / 60_000)));
}
