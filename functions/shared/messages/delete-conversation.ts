import { BatchWriteCommand, DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { checkTime } from './conversations.ts';
import { documents, tables } from './tables.ts';

/** Deletes a conversation in which nobody is any more, with everything that was said. May be repeated. */
export async function deleteConversation(id: string, deadline: number): Promise<void> {
  for (;;) {
    checkTime(deadline);
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: tables.messages(),
        KeyConditionExpression: 'conversationId = :id',
        ExpressionAttributeValues: { ':id': id },
        ExpressionAttributeNames: { '#id': 'id' },
        ProjectionExpression: 'conversationId, #id',
        ConsistentRead: true,
        // As many as one write may delete. What could not be deleted this time is found again.
        Limit: 25,
      }),
    );
    if (Items.length === 0) break;
    const requests = Items.map((Key) => ({ DeleteRequest: { Key } }));
    await documents.send(new BatchWriteCommand({ RequestItems: { [tables.messages()]: requests } }));
  }
  await documents.send(new DeleteCommand({ TableName: tables.conversations(), Key: { id } }));
}
