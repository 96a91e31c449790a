import { a } from '@aws-amplify/backend';
import { resolver } from '../resolver.ts';
import { attempts, GRAPHEMES, MEMBERS, MESSAGES, step, type Steps } from './message-steps.ts';
import { messageViews } from './message-views.ts';

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
  ...messageViews,

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
