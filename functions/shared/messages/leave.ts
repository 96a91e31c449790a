import { DeleteCommand, paginateQuery, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { checkTime, readConversation, untilDone } from './conversations.ts';
import { deleteConversation } from './delete-conversation.ts';
import { documents, tables } from './tables.ts';

/**
 * Takes somebody out of all their conversations: nothing reaches them any more. The group of an owner who goes belongs to
 * whoever is in it longest; a conversation in which nobody is left goes as a whole.
 */
export async function leaveConversations(userId: string, deadline: number): Promise<void> {
  const pages = paginateQuery(
    { client: documents },
    {
      TableName: tables.members(),
      KeyConditionExpression: 'userId = :me',
      ExpressionAttributeValues: { ':me': userId },
      ProjectionExpression: 'conversationId',
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) {
    for (const { conversationId } of Items as { conversationId: string }[]) {
      checkTime(deadline);
      await untilDone(() => leave(userId, conversationId, deadline));
    }
  }
}

async function leave(userId: string, conversationId: string, deadline: number): Promise<void> {
  const membership = { TableName: tables.members(), Key: { userId, conversationId } };
  const conversation = await readConversation(conversationId);
  const left = conversation?.memberIds.filter((id) => id !== userId) ?? [];
  if (!conversation || left.length === 0) {
    await deleteConversation(conversationId, deadline);
    await documents.send(new DeleteCommand(membership));
    return;
  }
  const { membersVersion, ownerId } = conversation;
  const heir = ownerId === userId ? left[0] : ownerId;
  await documents.send(
    new TransactWriteCommand({
      TransactItems: [
        {
          Update: {
            TableName: tables.conversations(),
            Key: { id: conversationId },
            UpdateExpression: `SET memberIds = :left, membersVersion = :next${heir ? ', ownerId = :heir' : ''}`,
            ConditionExpression: 'membersVersion = :version',
            ExpressionAttributeValues: {
              ':left': left,
              ':version': membersVersion,
              ':next': membersVersion + 1,
              ':heir': heir,
            },
          },
        },
        { Delete: membership },
      ],
    }),
  );
}
