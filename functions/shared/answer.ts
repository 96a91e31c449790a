import { DatabaseErrorException, BadRequestException } from '@aws-sdk/client-rds-data';
import { DatabaseAsleepError } from './database.ts';
import { Refusal } from './refusal.ts';

/** What a resolver gets of a function; `resolvers/lib/lambda.ts` turns the refusals into typed GraphQL errors. */
export type Answer<Item> =
  | { item: Item }
  | { refusal: { type: string; message: string } }
  /** What the database said; the resolver knows its constraints, and tells nobody the rest. */
  | { databaseError: string };

/** Answers what `work` does. Throws only what nobody expected. */
export async function answer<Item>(work: () => Promise<Item>): Promise<Answer<Item>> {
  try {
    return { item: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { type: error.type, message: error.message } };
    if (error instanceof DatabaseAsleepError) return { databaseError: 'resuming' };
    if (error instanceof DatabaseErrorException || error instanceof BadRequestException) {
      return { databaseError: error.message };
    }
    throw error;
  }
}
