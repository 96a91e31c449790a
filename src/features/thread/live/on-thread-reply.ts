import { ACTIVITY_FIELDS } from '../../../lib/data/fields.ts';
import { subscribe } from '../../../lib/data/subscribe.ts';
import type { Activity } from '../../../lib/data/types.ts';

const DOCUMENT = `subscription OnThreadReply($threadId: ID!) {
  onThreadReply(threadId: $threadId) { ${ACTIVITY_FIELDS} }
}`;

/** Listens to new replies in a thread. Returns a function that ends it. */
export function watchThread(
  threadId: string,
  handlers: { next: (reply: Activity) => void; error: (error: unknown) => void },
): Promise<() => void> {
  return subscribe<{ onThreadReply: Activity | null }>(
    DOCUMENT,
    { threadId },
    { next: ({ onThreadReply }) => onThreadReply && handlers.next(onThreadReply), error: handlers.error },
  );
}
