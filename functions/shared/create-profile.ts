import createProfileSql from '../../sql/queries/create_profile.sql';
import { claimHandle, type Person } from './claim-handle.ts';
import { execute } from './database.ts';

/** The GraphQL type Profile. */
export interface Profile {
  id: string;
  handle: string;
  displayName: string;
  createdAt: string;
}

/**
 * Gives a confirmed person their handle and their profile; answers the one that exists. May be called any number of
 * times, by several callers at once. Throws DatabaseAsleepError when the cluster takes longer than `patienceMs`.
 */
export async function createProfile(person: Person, patienceMs: number): Promise<Profile> {
  const { handle, displayName } = await claimHandle(person);
  const [row] = await execute<{ item: Profile | string | null }>(
    createProfileSql,
    { id: person.userId, handle, display_name: displayName },
    { patienceMs },
  );
  const item = typeof row?.item === 'string' ? (JSON.parse(row.item) as Profile) : row?.item;
  if (!item) throw new Error(`The handle ${handle} stands in profiles under another id.`);
  return item;
}
