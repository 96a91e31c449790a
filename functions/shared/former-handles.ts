import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { environment } from './environment.ts';
import { handlesOf, takeHandle, type HandleItem } from './handles.ts';
import { traced } from './observed.ts';

/** So long a handle that somebody gave up is kept for them: links to it must not lead to an impostor. */
const KEPT_FOR_SECONDS = 30 * 24 * 3600;
const documents = DynamoDBDocumentClient.from(traced(new DynamoDBClient({})));

/** A handle, with the mark of when it was taken: taken again, it has another one. */
export interface MarkedHandle extends HandleItem {
  claim?: string;
}

/** Takes a handle for good, as `takeHandle`, with a new mark. */
export function takeMarkedHandle(person: Omit<HandleItem, 'expiresAt'>): Promise<boolean> {
  const marked: Omit<MarkedHandle, 'expiresAt'> = { ...person, claim: randomUUID() };
  return takeHandle(marked);
}

/** A handle as it is at this moment. */
export async function readHandle(handle: string): Promise<MarkedHandle | undefined> {
  const { Item } = await documents.send(
    new GetCommand({ TableName: environment('HANDLES_TABLE'), Key: { handle }, ConsistentRead: true }),
  );
  return Item as MarkedHandle | undefined;
}

/**
 * Gives handles up: for 30 days only their owner may take them, then anybody. What is not the owner's any more, or was
 * taken anew since it was read, stays as it is.
 */
export async function giveUpHandles(userId: string, items: readonly MarkedHandle[]): Promise<void> {
  for (const { handle, claim } of items) {
    const sameClaim = claim === undefined ? 'attribute_not_exists(claim)' : 'claim = :claim';
    await ifStill(
      new UpdateCommand({
        TableName: environment('HANDLES_TABLE'),
        Key: { handle },
        UpdateExpression: 'SET expiresAt = :until',
        ConditionExpression: `userId = :me AND ${sameClaim}`,
        ExpressionAttributeValues: {
          ':me': userId,
          ':until': Math.floor(Date.now() / 1000) + KEPT_FOR_SECONDS,
          ...(claim !== undefined && { ':claim': claim }),
        },
      }),
    );
  }
}

/** Lets go of everything that a person has or had, for a deleted account. */
export async function releaseHandles(userId: string): Promise<void> {
  for (const { handle } of await handlesOf(userId)) {
    await ifStill(
      new DeleteCommand({
        TableName: environment('HANDLES_TABLE'),
        Key: { handle },
        ConditionExpression: 'userId = :me',
        ExpressionAttributeValues: { ':me': userId },
      }),
    );
  }
}

async function ifStill(command: UpdateCommand | DeleteCommand): Promise<void> {
  try {
    await documents.send(command as UpdateCommand);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
