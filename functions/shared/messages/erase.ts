import { QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { changeKey, sentKey } from '../../../shared/message-keys.ts';
import { checkTime, readConversation, untilDone } from './conversations.ts';
import { deleteConversation } from './delete-conversation.ts';
import { documents, tables, type Conversation } from './tables.ts';

/** Of a message, what the index `bySender` knows. */
interface Sent {
  conversationId: string;
  id: string;
  clientId: string;
}

type Write = NonNullable<ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']>[number];

/** Three writes for each, and one for the conversation: within the hundred that a transaction may have. */
const AT_ONCE = 30;

/**
 * Erases what somebody wrote to others, wherever: the text and who it was go, the number of the message stays, so that
 * the others' numbers do. Each is a change with a number, like any deletion, and so reaches those who were away.
 */
export async function eraseMessages(userId: string, deadline: number): Promise<void> {
  for (;;) {
    checkTime(deadline);
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: tables.messages(),
        IndexName: 'bySender',
        KeyConditionExpression: 'senderId = :me',
        ExpressionAttributeValues: { ':me': userId },
        Limit: AT_ONCE,
      }),
    );
    if (Items.length === 0) return;
    const sent = Map.groupBy(Items as Sent[], ({ conversationId }) => conversationId);
    for (const [conversationId, messages] of sent) {
      await untilDone(() => erase(userId, conversationId, messages, deadline));
    }
  }
}

async function erase(userId: string, id: string, messages: Sent[], deadline: number): Promise<void> {
  const conversation = await readConversation(id);
  if (!conversation) return deleteConversation(id, deadline);
  const deletedAt = new Date().toISOString();
  await documents.send(
    new TransactWriteCommand({
      TransactItems: [
        ofConversation(conversation, messages, deletedAt),
        ...messages.flatMap((message, index) =>
          ofMessage(userId, message, conversation.revision + 1 + index, deletedAt),
        ),
      ],
    }),
  );
}

/** The next revisions are for these messages, on the condition that nobody took them; the preview goes with its message. */
function ofConversation(
  { id, revision, lastSeq, lastMessage }: Conversation,
  messages: readonly Sent[],
  deletedAt: string,
): Write {
  const shown = messages.some((message) => seqOf(message) === lastMessage?.seq);
  const { text: _text, senderId: _senderId, editedAt: _editedAt, ...rest } = lastMessage ?? { seq: 0 };
  return {
    Update: {
      TableName: tables.conversations(),
      Key: { id },
      UpdateExpression: `SET revision = :next${shown ? ', lastMessage = :preview' : ''}`,
      ConditionExpression: 'revision = :revision AND lastSeq = :lastSeq',
      ExpressionAttributeValues: {
        ':next': revision + messages.length,
        ':revision': revision,
        ':lastSeq': lastSeq,
        ...(shown && { ':preview': { ...rest, deletedAt } }),
      },
    },
  };
}

function ofMessage(userId: string, message: Sent, revision: number, deletedAt: string): Write[] {
  const { conversationId, id, clientId } = message;
  const TableName = tables.messages();
  return [
    {
      Update: {
        TableName,
        Key: { conversationId, id },
        UpdateExpression:
          'SET deletedAt = if_not_exists(deletedAt, :at) REMOVE senderId, #text, editedAt, sentLength',
        ExpressionAttributeNames: { '#text': 'text' },
        ExpressionAttributeValues: { ':at': deletedAt },
      },
    },
    { Put: { TableName, Item: { conversationId, id: changeKey(revision), seq: seqOf(message) } } },
    { Delete: { TableName, Key: { conversationId, id: sentKey(userId, clientId) } } },
  ];
}

function seqOf({ id }: { id: string }): number {
  return Number(id.slice('m:'.length));
}
