import { EXPIRY_CHOICES } from '../../../../shared/expiry.ts';
import type { Activity } from '../../../lib/data/types.ts';
import type { Person } from '../../../lib/session/session.ts';
import type { OutboxEntry } from './outbox.ts';

/** What is on its way, in the shape that it will have. */
export function pendingActivity(
  entry: OutboxEntry,
  { userId, displayName, handle }: Person,
  avatar?: string | null,
): Activity {
  const { clientId, message, at, parent, quote } = entry;
  const { hours } = EXPIRY_CHOICES.find((choice) => choice.value === entry.expiresIn)!;
  const createdAt = new Date(at).toISOString();
  return {
    id: clientId,
    clientId,
    message,
    createdAt,
    expiresAt: parent?.expiresAt ?? new Date(at + hours * 3_600_000).toISOString(),
    author: { id: userId, displayName, handle, createdAt, avatar },
    parentId: parent?.id ?? null,
    threadId: parent?.threadId ?? null,
    parentAuthorHandle: parent?.handle ?? null,
    hasQuote: Boolean(quote),
    quote: quote ?? null,
    replyCount: 0,
    likeCount: 0,
    repostCount: 0,
    quoteCount: 0,
    likedByMe: false,
    repostedByMe: false,
  };
}
