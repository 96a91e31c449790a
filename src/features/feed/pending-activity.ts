import { EXPIRY_CHOICES } from '../../../shared/expiry.ts';
import type { Activity } from '../../lib/data/types.ts';
import type { Person } from '../../lib/session/session.ts';
import type { OutboxEntry } from '../compose/index.ts';

/** A crud on its way, in the shape that it will have. */
export function pendingActivity(entry: OutboxEntry, { userId, displayName, handle }: Person): Activity {
  const { hours } = EXPIRY_CHOICES.find((choice) => choice.value === entry.expiresIn)!;
  const createdAt = new Date(entry.at).toISOString();
  return {
    id: entry.clientId,
    clientId: entry.clientId,
    message: entry.message,
    createdAt,
    expiresAt: new Date(entry.at + hours * 3_600_000).toISOString(),
    author: { id: userId, displayName, handle, createdAt },
    hasQuote: false,
    replyCount: 0,
    likeCount: 0,
    repostCount: 0,
    quoteCount: 0,
    likedByMe: false,
    repostedByMe: false,
  };
}
