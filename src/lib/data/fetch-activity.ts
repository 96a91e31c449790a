import { toAppError } from '../errors/to-app-error.ts';
import { ACTIVITY_FIELDS } from './fields.ts';
import { request } from './request.ts';
import type { Activity } from './types.ts';

/** One crud by its id; undefined when it is gone or not for the reader. Throws AppError for anything else. */
export async function fetchActivity(id: string): Promise<Activity | undefined> {
  const document = `query Activity($id: ID!) { activity(id: $id) { ${ACTIVITY_FIELDS} } }`;
  try {
    const { activity } = await request<{ activity: Activity | null }>(document, { id });
    return activity ?? undefined;
  } catch (error) {
    if (/^(NotFound|Expired)$/.test(toAppError(error).type)) return undefined;
    throw error;
  }
}
