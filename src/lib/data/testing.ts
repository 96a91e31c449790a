import type { Activity, Profile, QuotedActivity } from './types.ts';

/** For tests: somebody. */
export function makeProfile(id = 'ada', more: Partial<Profile> = {}): Profile {
  return { id, handle: id, displayName: id, createdAt: '2026-01-01T00:00:00.000Z', avatar: null, ...more };
}

/** For tests: a crud without replies, likes and so on, that lives until 2030. */
export function makeActivity(id: string, more: Partial<Activity> = {}): Activity {
  return {
    id,
    clientId: `client-${id}`,
    author: makeProfile(),
    message: `Crud ${id}`,
    createdAt: '2026-01-01T00:00:00.000Z',
    expiresAt: '2030-01-01T00:00:00.000Z',
    parentId: null,
    threadId: null,
    hasQuote: false,
    quote: null,
    replyCount: 0,
    likeCount: 0,
    repostCount: 0,
    quoteCount: 0,
    likedByMe: false,
    repostedByMe: false,
    bookmarkedByMe: false,
    ...more,
  };
}

/** For tests: the same as it stands inside a crud that quotes it. */
export function makeQuoted(id: string, more: Partial<QuotedActivity> = {}): QuotedActivity {
  const { author, message, createdAt, expiresAt, hasQuote } = makeActivity(id);
  return { id, author, message, createdAt, expiresAt, hasQuote, ...more };
}
