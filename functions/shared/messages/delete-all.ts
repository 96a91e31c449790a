import { DeleteCommand, paginateQuery, PutCommand } from '@aws-sdk/lib-dynamodb';
import { eraseMessages } from './erase.ts';
import { leaveConversations } from './leave.ts';
import { documents, tables } from './tables.ts';

/**
 * Deletes what there is of somebody in direct messages. Their access token may be valid for another hour, so first they
 * are kept from writing, as somebody who is suspended; this mark, which holds their id and nothing else, stays.
 * May be repeated. Throws OutOfTime when it is not done by `deadline`.
 */
export async function deleteAllMessages(userId: string, deadline: number): Promise<void> {
  const mark = { blockerId: userId, blockedId: userId };
  await documents.send(new PutCommand({ TableName: tables.blocks(), Item: mark }));
  await leaveConversations(userId, deadline);
  await eraseMessages(userId, deadline);
  await deleteBlocks(userId);
}

/** The blocks that they made, without the mark. */
async function deleteBlocks(userId: string): Promise<void> {
  const pages = paginateQuery(
    { client: documents },
    {
      TableName: tables.blocks(),
      KeyConditionExpression: 'blockerId = :me',
      ExpressionAttributeValues: { ':me': userId },
      ProjectionExpression: 'blockerId, blockedId',
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) {
    for (const Key of Items) {
      if (Key['blockedId'] === userId) continue;
      await documents.send(new DeleteCommand({ TableName: tables.blocks(), Key }));
    }
  }
}
