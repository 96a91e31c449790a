import { a } from '@aws-amplify/backend';

/** What the operations of `message.ts` answer. */
export const messageViews = {
  DirectMessage: a.customType({
    conversationId: a.id().required(),
    /** 1, 2, 3 … within the conversation without a gap, in the order in which they were stored. */
    seq: a.integer().required(),
    /** The id that the sender's client gave it. */
    clientId: a.id().required(),
    senderId: a.id().required(),
    /** Null when it was deleted. */
    text: a.string(),
    createdAt: a.datetime().required(),
    editedAt: a.datetime(),
    deletedAt: a.datetime(),
  }),

  ConversationParticipant: a.customType({
    userId: a.id().required(),
    readUpTo: a.integer().required(),
    deliveredUpTo: a.integer().required(),
    joinedAt: a.datetime().required(),
  }),

  /** A conversation as one of its members sees it. */
  ConversationView: a.customType({
    id: a.id().required(),
    kind: a.ref('ConversationKind').required(),
    title: a.string(),
    memberIds: a.id().required().array().required(),
    ownerId: a.id(),
    createdAt: a.datetime().required(),
    lastSeq: a.integer().required(),
    revision: a.integer().required(),
    /** Its text is shortened. */
    lastMessage: a.ref('DirectMessage'),
    lastActivityAt: a.datetime(),
    /** Other people's messages after `readUpTo`. */
    unread: a.integer().required(),
    readUpTo: a.integer().required(),
    muted: a.boolean().required(),
    /** Only the query `conversation` fills it. */
    participants: a.ref('ConversationParticipant').required().array(),
  }),

  ConversationViewPage: a.customType({
    items: a.ref('ConversationView').required().array().required(),
    cursor: a.string(),
  }),

  DirectMessagePage: a.customType({
    /** Newest first. */
    items: a.ref('DirectMessage').required().array().required(),
    hasMore: a.boolean().required(),
    lastSeq: a.integer().required(),
    revision: a.integer().required(),
  }),

  MissedMessages: a.customType({
    /** Oldest first. */
    items: a.ref('DirectMessage').required().array().required(),
    /** Messages that were edited or deleted since, as they are now. */
    changed: a.ref('DirectMessage').required().array().required(),
    /** Whether to ask again, after the last of `items` and after `revision`. */
    more: a.boolean().required(),
    lastSeq: a.integer().required(),
    /** Up to where `changed` goes. */
    revision: a.integer().required(),
  }),

  UnreadTotal: a.customType({
    conversations: a.integer().required(),
    messages: a.integer().required(),
    /** Whether there are conversations that were not looked at: those behind the newest hundred. */
    more: a.boolean().required(),
  }),

  ConversationEventKind: a.enum([
    'STARTED',
    'MESSAGE',
    'EDITED',
    'DELETED',
    'DELIVERED',
    'READ',
    'TYPING',
    'MEMBERS',
    'RENAMED',
    'MUTED',
  ]),

  /** What every mutation answers and `onConversationEvent` passes on. Mutations must select all of it. */
  ConversationEvent: a.customType({
    /** Whom it concerns; the server's filter looks at this. */
    recipients: a.id().required().array().required(),
    kind: a.ref('ConversationEventKind').required(),
    conversationId: a.id().required(),
    actorId: a.id().required(),
    at: a.datetime().required(),
    message: a.ref('DirectMessage'),
    upTo: a.integer(),
    memberIds: a.id().required().array(),
    ownerId: a.id(),
    title: a.string(),
    muted: a.boolean(),
    lastSeq: a.integer(),
    revision: a.integer(),
  }),
};
