import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { environment } from './environment.ts';
import { traced } from './observed.ts';

/**
 * Who has which handle. The table decides, because it is always awake; Postgres holds the copy that others see.
 * A handle of somebody who has not confirmed yet carries `expiresAt`, and is free again after it.
 */
export interface HandleItem {
  handle: string;
  userId: string;
  displayName: string;
  /** Seconds since the epoch (DynamoDB TTL); absent once the person is confirmed. */
  expiresAt?: number;
}

const RESERVED_FOR_SECONDS = 24 * 3600;
const documents = DynamoDBDocumentClient.from(traced(new DynamoDBClient({})));
const seconds = (): number => Math.floor(Date.now() / 1000);

async function put(item: HandleItem): Promise<boolean> {
  try {
    await documents.send(
      new PutCommand({
        TableName: environment('HANDLES_TABLE'),
        Item: item,
        // TTL deletes late, so an expired reservation may still be there.
        ConditionExpression: 'attribute_not_exists(handle) OR userId = :me OR expiresAt < :now',
        ExpressionAttributeValues: { ':me': item.userId, ':now': seconds() },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Keeps a handle for somebody who is signing up, for a day. False when it is taken. */
export function reserveHandle(person: Omit<HandleItem, 'expiresAt'>): Promise<boolean> {
  return put({ ...person, expiresAt: seconds() + RESERVED_FOR_SECONDS });
}

/** Gives a handle to a confirmed person for good. False when it is somebody else's. */
export function takeHandle(person: Omit<HandleItem, 'expiresAt'>): Promise<boolean> {
  return put(person);
}

/** The handles that a person has or had reserved, the confirmed one first. */
export async function handlesOf(userId: string): Promise<HandleItem[]> {
  const { Items } = await documents.send(
    new QueryCommand({
      TableName: environment('HANDLES_TABLE'),
      IndexName: 'byUser',
      KeyConditionExpression: 'userId = :me',
      ExpressionAttributeValues: { ':me': userId },
    }),
  );
  const items = (Items ?? []) as HandleItem[];
  return items.toSorted((a, b) => (a.expiresAt ?? 0) - (b.expiresAt ?? 0));
}

/** Makes a reservation permanent. False when it is gone, or somebody else's by now. */
export async function confirmHandle(item: HandleItem): Promise<boolean> {
  try {
    await documents.send(
      new UpdateCommand({
        TableName: environment('HANDLES_TABLE'),
        Key: { handle: item.handle },
        UpdateExpression: 'REMOVE expiresAt',
        ConditionExpression: 'userId = :me',
        ExpressionAttributeValues: { ':me': item.userId },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
