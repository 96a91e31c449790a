import { a } from '@aws-amplify/backend';

/**
 * The tables of direct messages (docs/adr/0010). Nothing reads or writes them through GraphQL but the operations of
 * `message.ts`, which check who is asking: the models have no operations of their own, and their rules allow reading
 * one's own at most.
 */
export const conversationModels = {
  ConversationKind: a.enum(['DIRECT', 'GROUP', 'NOTES']),

  Conversation: a
    .model({
      /** `notes_A`, `direct_A_B` with A < B, or `group_A_C`: A made it under the client's id C. */
      id: a.id().required(),
      kind: a.ref('ConversationKind').required(),
      title: a.string(),
      /** Who is in it now, at most 32. */
      memberIds: a.id().required().array().required(),
      /** Counts changes of `memberIds`, so that nothing is sent to yesterday's members. */
      membersVersion: a.integer().required(),
      ownerId: a.id(),
      /** How many messages were ever sent: the newest one's `seq`. */
      lastSeq: a.integer().required(),
      /** How many edits and deletions there were. */
      revision: a.integer().required(),
      /** The newest message, shortened. */
      lastMessage: a.ref('DirectMessage'),
    })
    .identifier(['id'])
    .disableOperations(['queries', 'mutations', 'subscriptions'])
    .authorization((allow) => allow.ownersDefinedIn('memberIds').identityClaim('sub').to(['read'])),

  ConversationMember: a
    .model({
      userId: a.id().required(),
      conversationId: a.id().required(),
      /** Absent until there is something to show, which keeps empty conversations out of the inbox. */
      lastMessageAt: a.datetime(),
      lastSeq: a.integer().required(),
      /** The messages before they joined, which they never see. */
      joinedSeq: a.integer().required(),
      joinedAt: a.datetime().required(),
      readSeq: a.integer().required(),
      deliveredSeq: a.integer().required(),
      /** Their own messages after `readSeq`: those are not unread. */
      sentUnread: a.integer().required().array().required(),
      muted: a.boolean().required(),
    })
    .identifier(['userId', 'conversationId'])
    .secondaryIndexes((index) => [
      index('userId').sortKeys(['lastMessageAt']).name('byActivity').queryField(null),
    ])
    .disableOperations(['queries', 'mutations', 'subscriptions'])
    .authorization((allow) => allow.ownerDefinedIn('userId').identityClaim('sub').to(['read'])),

  /**
   * Everything that happened in a conversation, by sortable id: `m:<seq>` is a message, `r:<revision>` says which
   * message an edit or deletion changed, `s:<sender>:<client id>` which message a send became.
   */
  Message: a
    .model({
      conversationId: a.id().required(),
      id: a.id().required(),
      seq: a.integer().required(),
      clientId: a.id(),
      /** Absent once the sender's account is deleted. */
      senderId: a.id(),
      text: a.string(),
      sentLength: a.integer(),
      sentAt: a.datetime(),
      editedAt: a.datetime(),
      deletedAt: a.datetime(),
    })
    .identifier(['conversationId', 'id'])
    // Everything that somebody wrote, wherever: for their export, and for the end of their account.
    .secondaryIndexes((index) => [
      index('senderId')
        .sortKeys(['sentAt'])
        .name('bySender')
        .queryField(null)
        .projection('INCLUDE', ['clientId']),
    ])
    .disableOperations(['queries', 'mutations', 'subscriptions'])
    .authorization((allow) => allow.ownerDefinedIn('senderId').identityClaim('sub').to(['read'])),

  /** Who blocks whom, as Postgres has it, where sending can look it up without waking Postgres (docs/adr/0011). */
  MessageBlock: a
    .model({ blockerId: a.id().required(), blockedId: a.id().required() })
    .identifier(['blockerId', 'blockedId'])
    .disableOperations(['queries', 'mutations', 'subscriptions'])
    .authorization((allow) => allow.ownerDefinedIn('blockerId').identityClaim('sub').to(['read'])),
};
