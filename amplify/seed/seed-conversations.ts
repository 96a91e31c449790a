import {
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { conversationItems } from './conversation-items.ts';
import { DEMO_CONVERSATIONS } from './conversations.ts';

/** The tables of amplify/data/models/conversation.ts. */
export interface MessageTables {
  conversations: string;
  members: string;
  messages: string;
}

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

/**
 * Writes the demo conversations into their tables, since the mutations would say that all of it was said just now. One
 * that is there already stays as it is, with whatever was said in it since.
 * @param idOf the user id of a handle
 */
export async function seedConversations(
  documents: DynamoDBDocumentClient,
  tables: MessageTables,
  idOf: (handle: string) => string,
): Promise<void> {
  const now = Date.now();
  const work = DEMO_CONVERSATIONS.map(async (demo) => {
    const { conversation, members, messages } = conversationItems(demo, idOf, now);
    const put = (TableName: string, Item: Record<string, unknown>) => ({ Put: { TableName, Item } });
    const TransactItems: Writes = [
      {
        Put: {
          TableName: tables.conversations,
          Item: conversation,
          ConditionExpression: 'attribute_not_exists(id)',
        },
      },
      ...members.map((item) => put(tables.members, item)),
      ...messages.map((item) => put(tables.messages, item)),
    ];
    try {
      await documents.send(new TransactWriteCommand({ TransactItems }));
    } catch (error) {
      const isThere = (error as { name?: string }).name === 'TransactionCanceledException';
      if (!isThere) throw error;
    }
  });
  await Promise.all(work);
}
