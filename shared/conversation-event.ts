const MESSAGE_FIELDS = [
  'conversationId',
  'seq',
  'clientId',
  'senderId',
  'text',
  'createdAt',
  'editedAt',
  'deletedAt',
];

const PLAIN_FIELDS = [
  'recipients',
  'kind',
  'conversationId',
  'actorId',
  'at',
  'upTo',
  'memberIds',
  'ownerId',
  'title',
  'muted',
  'lastSeq',
  'revision',
];

/** Every field of the GraphQL type ConversationEvent as a path: mutations on conversations must select them all. */
export const EVENT_FIELDS = PLAIN_FIELDS.concat(MESSAGE_FIELDS.map((field) => `message/${field}`));

/** The same as a selection set, for requests. */
export const EVENT_SELECTION = `${PLAIN_FIELDS.join(' ')} message { ${MESSAGE_FIELDS.join(' ')} }`;
export const MESSAGE_SELECTION = MESSAGE_FIELDS.join(' ');
