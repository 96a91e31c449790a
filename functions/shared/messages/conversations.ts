import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { documents, tables, type Conversation } from './tables.ts';

/** A conversation as it is at this moment. */
export async function readConversation(id: string): Promise<Conversation | undefined> {
  const { Item } = await documents.send(
    new GetCommand({ TableName: tables.conversations(), Key: { id }, ConsistentRead: true }),
  );
  return Item as Conversation | undefined;
}

/** Thrown when the time for an account is over; what was done stays done, and the rest is for the next run. */
class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
  constructor() {
    super('There is more to delete than the time allows.');
  }
}

export function checkTime(deadline: number): void {
  if (Date.now() > deadline) throw new OutOfTime();
}

const PASSING = ['TransactionCanceledException', 'TransactionConflictException'];

/**
 * Does something that conflicts when others change the same conversation, until it does not. Throws what `attempt`
 * throws otherwise, and the last conflict after ten.
 */
export async function untilDone(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 10 || !(error instanceof Error && PASSING.includes(error.name))) throw error;
    }
  }
}
