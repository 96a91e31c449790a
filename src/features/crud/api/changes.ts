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

/** Changes the text of one's own crud. Throws AppError: EditTooLate when its time for that is over. */
export async function editActivity(id: string, message: string): Promise<Activity> {
  const document = `mutation EditActivity($id: ID!, $message: String!) {
    editActivity(id: $id, message: $message) { ${CHANGED_FIELDS} }
  }`;
  const { editActivity: edited } = await request<{ editActivity: Activity }>(document, { id, message });
  return edited;
}
