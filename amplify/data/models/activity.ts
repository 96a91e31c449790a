import { a } from '@aws-amplify/backend';
import { EXPIRY_CHOICES, type ExpiresIn } from '../../../shared/expiry.ts';
import { resolver } from '../resolver.ts';

const expiresIn = EXPIRY_CHOICES.map((choice) => choice.value) as [ExpiresIn, ...ExpiresIn[]];

/** A mutation of one crud that others see: its result is what `onActivityChanged` may tell. */
function change(path: string) {
  return a
    .mutation()
    .arguments({ id: a.id().required() })
    .returns(a.ref('Activity'))
    .handler(resolver(`activities/${path}`))
    .authorization((allow) => allow.authenticated());
}

/** Cruds: table `activities`. Guests may read what `guest-access.ts` names. */
export const activityModels = {
  ExpiresIn: a.enum(expiresIn),

  Activity: a.customType({
    id: a.id().required(),
    /** The id that the author's client gave it. */
    clientId: a.id().required(),
    author: a.ref('Profile').required(),
    message: a.string().required(),
    createdAt: a.datetime().required(),
    expiresAt: a.datetime().required(),
    editedAt: a.datetime(),
    /** What it answers, and the crud that began the thread; null unless it is a reply. */
    parentId: a.id(),
    threadId: a.id(),
    parentAuthorHandle: a.string(),
    /** `quote` is null when it quotes something that the caller cannot see (any more). */
    hasQuote: a.boolean().required(),
    quote: a.ref('QuotedActivity'),
    replyCount: a.integer().required(),
    likeCount: a.integer().required(),
    repostCount: a.integer().required(),
    quoteCount: a.integer().required(),
    /** Of the caller; in subscriptions, of whoever acted. */
    likedByMe: a.boolean().required(),
    repostedByMe: a.boolean().required(),
    /** Null in the results of mutations that others subscribe to. */
    bookmarkedByMe: a.boolean(),
    /** Why a moderator hid it; its author alone still sees it, and this. */
    hiddenReason: a.string(),
    /** In `followingFeed` alone: who among those whom the caller follows reposted it, and when. */
    repostedBy: a.ref('Profile'),
    repostedAt: a.datetime(),
    /** Set by `createActivity` alone: whether listeners to the home feed are told at once (docs/adr/0004). */
    pulse: a.boolean(),
    /** Set by mutations alone: whether those who look at it are told now (docs/adr/0005). */
    changed: a.boolean(),
    /** Set by `createActivity` of a reply alone: the same for its parent, with the parent's new count. */
    parentChanged: a.boolean(),
    parentReplyCount: a.integer(),
    /** Set by `deleteActivity` alone. */
    deletedAt: a.datetime(),
    /** Set by mutations that tell somebody: whom `onNotification` reaches (docs/adr/0006). */
    notifies: a.id().required().array(),
  }),

  QuotedActivity: a.customType({
    id: a.id().required(),
    author: a.ref('Profile').required(),
    message: a.string().required(),
    createdAt: a.datetime().required(),
    expiresAt: a.datetime().required(),
    editedAt: a.datetime(),
    parentId: a.id(),
    threadId: a.id(),
    hasQuote: a.boolean().required(),
  }),

  ThreadBranch: a.customType({
    parentId: a.id().required(),
    /** For `thread(id: parentId, cursor)`; null for all of its replies. */
    cursor: a.string(),
  }),

  Thread: a.customType({
    focused: a.ref('Activity').required(),
    /** From the one farthest up to the parent; at most the nearest twenty. Empty when a cursor was given. */
    ancestors: a.ref('Activity').required().array().required(),
    /** Replies and their replies, three levels: a parent before its children, those of one parent oldest first. */
    replies: a.ref('Activity').required().array().required(),
    /** For the next direct replies; null at the end. */
    cursor: a.string(),
    /** Those among `replies` that have more replies than came along. */
    branches: a.ref('ThreadBranch').required().array().required(),
  }),

  /** One live crud. Errors: NotFound, Expired. */
  activity: a
    .query()
    .arguments({ id: a.id().required() })
    .returns(a.ref('Activity'))
    .handler(resolver('activities/activity'))
    .authorization((allow) => allow.authenticated()),

  /** A crud with what it answers and what answers it. Errors: NotFound, Expired. */
  thread: a
    .query()
    .arguments({ id: a.id().required(), limit: a.integer(), cursor: a.string() })
    .returns(a.ref('Thread'))
    .handler(resolver('activities/thread'))
    .authorization((allow) => allow.authenticated()),

  /** Posts a crud, a reply or a quote. The same `clientId` again answers the same crud. */
  createActivity: a
    .mutation()
    .arguments({
      clientId: a.id().required(),
      message: a.string().required(),
      expiresIn: a.ref('ExpiresIn'),
      parentId: a.id(),
      quoteId: a.id(),
    })
    .returns(a.ref('Activity'))
    .handler(resolver('activities/create-activity'))
    .authorization((allow) => allow.authenticated()),

  /** Changes the text of one's own crud within five minutes. Errors: EditTooLate, NotAllowed, NotFound. */
  editActivity: a
    .mutation()
    .arguments({ id: a.id().required(), message: a.string().required() })
    .returns(a.ref('Activity'))
    .handler(resolver('activities/edit-activity'))
    .authorization((allow) => allow.authenticated()),

  /** Deletes one's own crud with its replies; answers it as it was. */
  deleteActivity: change('delete-activity'),
  likeActivity: change('like-activity'),
  unlikeActivity: change('unlike-activity'),
  repostActivity: change('repost-activity'),
  undoRepost: change('undo-repost'),
  bookmarkActivity: change('bookmark-activity'),
  removeBookmark: change('remove-bookmark'),

  /** Tells that there are new cruds: at most one in two seconds, with the crud that was first. */
  onActivityCreated: a
    .subscription()
    .for(a.ref('createActivity'))
    .handler(resolver('activities/on-activity-created', 'NONE_DS'))
    .authorization((allow) => allow.authenticated()),

  /** Tells of each new reply in one thread. */
  onThreadReply: a
    .subscription()
    .for(a.ref('createActivity'))
    .arguments({ threadId: a.id().required() })
    .handler(resolver('activities/on-thread-reply', 'NONE_DS'))
    .authorization((allow) => allow.authenticated()),

  /** Tells of edits, deletion and new counts of up to five cruds that somebody looks at (docs/adr/0005). */
  onActivityChanged: a
    .subscription()
    .for([
      a.ref('createActivity'),
      a.ref('editActivity'),
      a.ref('deleteActivity'),
      a.ref('likeActivity'),
      a.ref('unlikeActivity'),
      a.ref('repostActivity'),
      a.ref('undoRepost'),
    ])
    .arguments({ ids: a.id().required().array().required() })
    .handler(resolver('activities/on-activity-changed', 'NONE_DS'))
    .authorization((allow) => allow.authenticated()),
};
