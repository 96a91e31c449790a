import { ACTIVITY_FIELDS } from '../../../lib/data/fields.ts';
import { request } from '../../../lib/data/request.ts';
import type { Activity } from '../../../lib/data/types.ts';

/** One live crud; null when it has expired or never was. Throws AppError. */
export async function fetchActivity(id: string): Promise<Activity | null> {
  const document = `query Activity($id: ID!) { activity(id: $id) { ${ACTIVITY_FIELDS} } }`;
  const { activity } = await request<{ activity: Activity | null }>(document, { id });
  return activity;
}
