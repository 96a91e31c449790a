import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { environment } from '../environment.ts';
import { traced } from '../observed.ts';

/** Empty values are left out, as the resolvers do. */
export const documents = DynamoDBDocumentClient.from(traced(new DynamoDBClient({})), {
  marshallOptions: { removeUndefinedValues: true },
});

/** The tables of amplify/data/models/conversation.ts. */
export const tables = {
  conversations: () => environment('CONVERSATION_TABLE'),
  members: () => environment('CONVERSATION_MEMBER_TABLE'),
  messages: () => environment('MESSAGE_TABLE'),
  blocks: () => environment('MESSAGE_BLOCK_TABLE'),
};

/** What is needed here of a conversation. */
export interface Conversation {
  id: string;
  memberIds: string[];
  membersVersion: number;
  ownerId?: string;
  lastSeq: number;
  revision: number;
  lastMessage?: { seq: number } & Record<string, unknown>;
}
