import { ACTIVITY_FIELDS } from '../../../lib/data/fields.ts';
import { subscribe } from '../../../lib/data/subscribe.ts';
import type { Activity } from '../../../lib/data/types.ts';

/** What happened to a crud, or a new reply to one. */
export interface ActivityNews extends Activity {
  /** Whether this tells of the crud itself. */
  changed?: boolean | null;
  deletedAt?: string | null;
  /** Whether this, a reply, tells of what it answers: `parentReplyCount`. */
  parentChanged?: boolean | null;
  parentReplyCount?: number | null;
}

// The server filters on `changed` and `parentChanged`.
const DOCUMENT = `subscription OnActivityChanged($ids: [ID!]!) {
  onActivityChanged(ids: $ids) { ${ACTIVITY_FIELDS} changed deletedAt parentChanged parentReplyCount }
}`;

/** Listens to what happens to up to five cruds. Returns a function that ends it. */
export function watchActivities(
  ids: readonly string[],
  handlers: { next: (news: ActivityNews) => void; error: (error: unknown) => void },
): Promise<() => void> {
  return subscribe<{ onActivityChanged: ActivityNews | null }>(
    DOCUMENT,
    { ids },
    {
      next: ({ onActivityChanged: news }) => news && handlers.next(news),
      error: handlers.error,
    },
  );
}
