import { a } from '@aws-amplify/backend';
import { resolver } from '../resolver.ts';

/** The data source of `amplify/messages`, which reaches all tables of direct messages. */
export const DIRECT_MESSAGES = 'DirectMessages';
/** The data source that counts what only a function can count. */
export const GRAPHEMES = 'Graphemes';
/** Amplify's own data sources of single tables: enough to query one. */
const MESSAGES = 'MessageTable';
const MEMBERS = 'ConversationMemberTable';
const BLOCKS = 'MessageBlockTable';

export type Step = ReturnType<typeof resolver>;
type Steps = [Step, ...Step[]];

function step(path: string, source = DIRECT_MESSAGES): Step {
  return resolver(`messages/${path}`, source);
}

/** The same step several times: each runs only when the one before it met a change by somebody else. */
function attempts(path: string, times: number): Step[] {
  const one = step(path);
  return Array.from({ length: times }, () => one);
}

/** The last step of `blockProfile` and `unblockProfile`: lets direct messages know. */
export const recordBlock = resolver('messages/record-block', BLOCKS);
export const removeBlock = resolver('messages/remove-block', BLOCKS);

/** The same for `suspendProfile` and `unsuspendProfile`. */
export const recordSuspension = resolver('messages/record-suspension', BLOCKS);
export const removeSuspension = resolver('messages/remove-suspension', BLOCKS);

const inConversation = { conversationId: a.id().required() };

function mutation<Arguments extends Record<string, any>>(args: Arguments, steps: Steps) {
  return a
    .mutation()
    .arguments(args)
    .returns(a.ref('ConversationEvent'))
    .handler(steps)
    .authorization((allow) => allow.authenticated());
}

/** Direct messages: the tables of `conversation.ts`. Who is no member of a conversation gets NotFound for everything. */
export const messageModels = {
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

  /** The caller's conversations, newest activity first. */
  inbox: a
    .query()
    .arguments({ limit: a.integer(), cursor: a.string() })
    .returns(a.ref('ConversationViewPage'))
    .handler([step('read/inbox', MEMBERS), step('read/inbox-conversations')])
    .authorization((allow) => allow.authenticated()),

  /** One conversation, with who has read what. */
  conversation: a
    .query()
    .arguments({ id: a.id().required() })
    .returns(a.ref('ConversationView'))
    .handler([step('read/conversation'), step('read/participants')])
    .authorization((allow) => allow.authenticated()),

  /** The newest page, or the one before a `seq`. */
  messages: a
    .query()
    .arguments({ ...inConversation, before: a.integer(), limit: a.integer() })
    .returns(a.ref('DirectMessagePage'))
    .handler([step('read/load'), step('read/messages', MESSAGES)])
    .authorization((allow) => allow.authenticated()),

  /** What a client missed: messages after the last one that it has, and changes after the last one it knows of. */
  missedMessages: a
    .query()
    .arguments({
      ...inConversation,
      afterSeq: a.integer().required(),
      afterRevision: a.integer().required(),
      limit: a.integer(),
    })
    .returns(a.ref('MissedMessages'))
    .handler([
      step('read/load'),
      step('read/missed-messages', MESSAGES),
      step('read/missed-changes', MESSAGES),
      step('read/changed-messages'),
    ])
    .authorization((allow) => allow.authenticated()),

  /** For the badge: over the newest hundred conversations, without the muted ones. */
  unreadTotal: a
    .query()
    .returns(a.ref('UnreadTotal'))
    .handler(step('read/unread-total', MEMBERS))
    .authorization((allow) => allow.authenticated()),

  /** Nobody else: notes. One: the conversation of the two. More: a new group; the same `clientId` again is the same group. */
  startConversation: mutation(
    { memberIds: a.id().required().array().required(), title: a.string(), clientId: a.id() },
    [
      step('start/measure-title', GRAPHEMES),
      step('start/load'),
      resolver('messages/start/check-people'),
      step('start/write'),
    ],
  ),

  /** The same `clientId` again answers the same message. */
  sendMessage: mutation({ ...inConversation, clientId: a.id().required(), text: a.string().required() }, [
    step('send/measure-text', GRAPHEMES),
    step('send/load'),
    step('two-of-a-group'),
    ...attempts('send/write', 5),
    step('send/read-stored'),
  ]),

  editMessage: mutation({ ...inConversation, seq: a.integer().required(), text: a.string().required() }, [
    step('send/measure-text', GRAPHEMES),
    step('change/load'),
    step('two-of-a-group'),
    ...attempts('change/edit', 3),
  ]),
  deleteMessage: mutation({ ...inConversation, seq: a.integer().required() }, [
    step('change/load'),
    ...attempts('change/delete', 3),
  ]),

  markRead: mutation({ ...inConversation, upTo: a.integer().required() }, [
    step('receipts/load'),
    ...attempts('receipts/read', 3),
  ]),
  markDelivered: mutation({ ...inConversation, upTo: a.integer().required() }, [
    step('receipts/load'),
    ...attempts('receipts/delivered', 3),
  ]),
  typing: mutation(inConversation, [step('receipts/typing'), step('two-of-a-group')]),

  leaveConversation: mutation(inConversation, [step('group/load'), ...attempts('group/leave', 3)]),
  renameConversation: mutation({ ...inConversation, title: a.string().required() }, [
    step('start/measure-title', GRAPHEMES),
    step('group/load'),
    ...attempts('group/rename', 3),
  ]),
  addMembers: mutation({ ...inConversation, memberIds: a.id().required().array().required() }, [
    step('group/load'),
    resolver('messages/start/check-people'),
    ...attempts('group/add', 3),
  ]),
  /** For the group's owner. */
  removeMember: mutation({ ...inConversation, memberId: a.id().required() }, [
    step('group/load'),
    ...attempts('group/remove', 3),
  ]),
  muteConversation: mutation({ ...inConversation, muted: a.boolean().required() }, [
    step('receipts/load'),
    step('receipts/mute'),
  ]),

  /** Everything that concerns the caller, of all conversations. */
  onConversationEvent: a
    .subscription()
    .for([
      a.ref('startConversation'),
      a.ref('sendMessage'),
      a.ref('editMessage'),
      a.ref('deleteMessage'),
      a.ref('markRead'),
      a.ref('markDelivered'),
      a.ref('typing'),
      a.ref('leaveConversation'),
      a.ref('renameConversation'),
      a.ref('addMembers'),
      a.ref('removeMember'),
      a.ref('muteConversation'),
    ])
    .handler(resolver('messages/on-conversation-event', 'NONE_DS'))
    .authorization((allow) => allow.authenticated()),
};
