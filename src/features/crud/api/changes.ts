import { CHANGED_FIELDS } from '../../../lib/data/fields.ts';
import { request } from '../../../lib/data/request.ts';
import type { Activity } from '../../../lib/data/types.ts';

type Change =
  | 'likeActivity'
  | 'unlikeActivity'
  | 'repostActivity'
  | 'undoRepost'
  | 'bookmarkActivity'
  | 'removeBookmark'
  | 'deleteActivity';

/** Changes a crud, and answers it as it is then (as it was, when it was deleted). Throws AppError. */
export async function changeOf(field: Change, id: string): Promise<Activity> {
  const document = `mutation ${field}($id: ID!) { ${field}(id: $id) { ${CHANGED_FIELDS} } }`;
  const answer = await request<Record<string, Activity>>(document, { id });
  return answer[field]!;
}
