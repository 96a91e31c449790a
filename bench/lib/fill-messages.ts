import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalCloud } from '../../local/cloud.ts';

type Item = Record<string, unknown>;

/** Writes items straight into tables, by the developer's rights: a hundred thousand sends would take the day. */
async function writeAll(cloud: LocalCloud, items: readonly { model: string; item: Item }[]): Promise<void> {
  const client = new DynamoDBClient({
    region: cloud.context.region,
    endpoint: cloud.baseUrl,
    credentials: cloud.developerCredentials,
  });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const tableOf = (model: string) => TableNames.find((name) => name.startsWith(`${model}-`))!;
  for (let at = 0; at < items.length; at += 25) {
    const requests: Record<string, { PutRequest: { Item: Item } }[]> = {};
    for (const { model, item } of items.slice(at, at + 25)) {
      (requests[tableOf(model)] ??= []).push({ PutRequest: { Item: item } });
    }
    await client.send(new BatchWriteCommand({ RequestItems: requests }));
  }
  client.destroy();
}

const stamp = (number: number): string => new Date(1_700_000_000_000 + number * 1000).toISOString();
const messageKey = (seq: number): string => `m:${String(seq).padStart(12, '0')}`;

function conversation(id: string, memberIds: readonly string[], lastSeq: number): Item {
  return {
    id,
    kind: 'DIRECT',
    memberIds,
    membersVersion: 1,
    createdAt: stamp(0),
    lastSeq,
    revision: 0,
  };
}

function member(userId: string, conversationId: string, lastSeq: number, at: string): Item {
  return {
    userId,
    conversationId,
    lastMessageAt: at,
    lastSeq,
    joinedSeq: 0,
    joinedAt: stamp(0),
    readSeq: 0,
    deliveredSeq: 0,
    sentUnread: [],
    muted: false,
  };
}

/** Gives a conversation that exists `count` messages, by its members in turns. */
export async function fillConversation(
  cloud: LocalCloud,
  id: string,
  memberIds: readonly string[],
  count: number,
): Promise<void> {
  const items = Array.from({ length: count }, (_, index) => {
    const seq = index + 1;
    const senderId = memberIds[seq % memberIds.length]!;
    const text = `Message ${seq}, as long as messages are: a sentence or two, seldom more.`;
    const base = { conversationId: id, id: messageKey(seq), seq, clientId: `fill-${seq}`, senderId, text };
    return { model: 'Message', item: { ...base, sentLength: text.length, sentAt: stamp(seq) } };
  });
  await writeAll(cloud, [
    ...items,
    { model: 'Conversation', item: conversation(id, memberIds, count) },
    ...memberIds.map((userId) => ({
      model: 'ConversationMember',
      item: member(userId, id, count, stamp(count)),
    })),
  ]);
}

/** Gives somebody `count` conversations with people who exist in no other way. */
export async function fillInbox(cloud: LocalCloud, userId: string, count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, index) => {
    const other = crypto.randomUUID();
    const [one, two] = [userId, other].toSorted();
    const id = `direct_${one}_${two}`;
    return [
      { model: 'Conversation', item: conversation(id, [userId, other], 3) },
      { model: 'ConversationMember', item: member(userId, id, 3, stamp(index)) },
    ];
  });
  await writeAll(cloud, items.flat());
}
