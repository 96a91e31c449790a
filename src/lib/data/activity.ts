import type { Activity, QuotedActivity } from './types.ts';

/** What a crud is known by from the moment it is written: it has its client's id before it has one of its own. */
export function crudKey(crud: { author: { id: string }; clientId: string }): string {
  return `${crud.author.id}:${crud.clientId}`;
}

export function isLive(activity: Pick<Activity, 'expiresAt'>, now: number): boolean {
  return Date.parse(activity.expiresAt) > now;
}

/**
 * A crud after news of it. Everything the news cannot know stays: mutations answer nothing that concerns their caller
 * alone, and what somebody else's mutation said of itself is about them.
 * @param own whether the news is the answer to the reader's own mutation
 */
export function withNews(known: Activity, news: Activity, own: boolean): Activity {
  return {
    ...known,
    message: news.message,
    editedAt: news.editedAt,
    expiresAt: news.expiresAt,
    replyCount: news.replyCount,
    likeCount: news.likeCount,
    repostCount: news.repostCount,
    quoteCount: news.quoteCount,
    likedByMe: own ? news.likedByMe : known.likedByMe,
    repostedByMe: own ? news.repostedByMe : known.repostedByMe,
  };
}

/** A crud as it stands inside one that quotes it. */
export function asQuoted(activity: Activity): QuotedActivity {
  const { id, author, message, createdAt, expiresAt, editedAt, parentId, threadId, hasQuote } = activity;
  return { id, author, message, createdAt, expiresAt, editedAt, parentId, threadId, hasQuote };
}
