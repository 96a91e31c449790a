/** What the app asks of each type, in every document. */
export const PROFILE_FIELDS = 'id handle displayName createdAt avatar';

const QUOTED_FIELDS = `id author { ${PROFILE_FIELDS} } message createdAt expiresAt editedAt parentId threadId hasQuote`;

export const ACTIVITY_FIELDS =
  `id clientId author { ${PROFILE_FIELDS} } message createdAt expiresAt editedAt parentId threadId parentAuthorHandle ` +
  `hasQuote quote { ${QUOTED_FIELDS} } replyCount likeCount repostCount quoteCount likedByMe repostedByMe ` +
  `bookmarkedByMe hiddenReason repostedBy { ${PROFILE_FIELDS} } repostedAt`;

/**
 * What mutations of a crud select. Subscriptions deliver only what the mutation selected and filter on the last ones, so
 * without these nobody would be told.
 */
export const CHANGED_FIELDS = `${ACTIVITY_FIELDS} changed deletedAt notifies`;
