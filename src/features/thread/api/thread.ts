import { PAGE_SIZE } from '../../../../shared/limits.ts';
import { ACTIVITY_FIELDS } from '../../../lib/data/fields.ts';
import { request } from '../../../lib/data/request.ts';
import type { ThreadData } from '../../../lib/data/thread.ts';
import type { Activity } from '../../../lib/data/types.ts';

const DOCUMENT = `query Thread($id: ID!, $limit: Int, $cursor: String) {
  thread(id: $id, limit: $limit, cursor: $cursor) {
    focused { ${ACTIVITY_FIELDS} }
    ancestors { ${ACTIVITY_FIELDS} }
    replies { ${ACTIVITY_FIELDS} }
    cursor
    branches { parentId cursor }
  }
}`;

interface Answer {
  focused: Activity;
  ancestors: Activity[];
  replies: Activity[];
  cursor: string | null;
  branches: { parentId: string; cursor: string | null }[];
}

/** A crud with what it answers and what answers it; with a cursor, the replies after it. Throws AppError. */
export async function fetchThread(id: string, cursor: string | null = null): Promise<ThreadData> {
  const { thread } = await request<{ thread: Answer }>(DOCUMENT, { id, limit: PAGE_SIZE, cursor });
  const { focused, ancestors, replies, branches } = thread;
  const more = Object.fromEntries(branches.map((branch) => [branch.parentId, branch.cursor]));
  if (thread.cursor) more[focused.id] = thread.cursor;
  return { focused, ancestors, replies, more };
}
