import { PAGE_SIZE } from '../../../../shared/limits.ts';
import { ACTIVITY_FIELDS } from '../../../lib/data/fields.ts';
import { request } from '../../../lib/data/request.ts';
import type { ActivityPage } from '../../../lib/data/types.ts';

const DOCUMENT = `query HomeFeed($limit: Int, $cursor: String) {
  homeFeed(limit: $limit, cursor: $cursor) { items { ${ACTIVITY_FIELDS} } cursor }
}`;

/** A page of everybody's cruds, newest first; the first one without a cursor. Throws AppError. */
export async function fetchHomeFeed(cursor: string | null): Promise<ActivityPage> {
  const variables = { limit: PAGE_SIZE, cursor };
  const { homeFeed } = await request<{ homeFeed: ActivityPage }>(DOCUMENT, variables);
  return homeFeed;
}
