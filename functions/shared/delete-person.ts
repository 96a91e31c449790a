import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import beginDeletion from '../../sql/queries/begin_account_deletion.sql';
import deleteAccount from '../../sql/queries/delete_account.sql';
import deletePart from '../../sql/queries/delete_account_part.sql';
import { execute } from './database.ts';
import { environment } from './environment.ts';
import { releaseHandles } from './former-handles.ts';
import { deleteAllImages } from './images/delete-all.ts';
import { checkTime } from './messages/conversations.ts';
import { deleteAllMessages } from './messages/delete-all.ts';

/** The Cognito group of those whose deletion has been asked for and is not finished. */
export const DELETING_GROUP = 'deleting';

export interface Leaving {
  userId: string;
  username: string;
}

/**
 * Deletes somebody: closes the account first, so that nobody signs in to half of it, and hides the profile; then goes
 * what they wrote to others and to everybody, their pictures, their handles, and last the account itself, with its place
 * in the group. Each step may be repeated.
 * @param limits how long to wait for a sleeping database, and when to stop with an error and leave the rest for later
 */
export async function deletePerson(
  cognito: CognitoIdentityProviderClient,
  { userId, username }: Leaving,
  { patienceMs, timeMs }: { patienceMs: number; timeMs: number },
): Promise<void> {
  const user = { UserPoolId: environment('USER_POOL_ID'), Username: username };
  try {
    await cognito.send(new AdminDisableUserCommand(user));
  } catch (error) {
    // Gone since an earlier attempt; what else there was went before it.
    if (error instanceof UserNotFoundException) return;
    throw error;
  }
  const deadline = Date.now() + timeMs;
  const [profile] = await execute(beginDeletion, { id: userId }, { patienceMs });
  await deleteAllMessages(userId, deadline);
  if (profile) await deleteRows(userId, patienceMs, deadline);
  await deleteAllImages(userId, patienceMs);
  await releaseHandles(userId);
  await cognito.send(new AdminDeleteUserCommand(user));
}

/** In parts: a person with a million followers takes longer than one statement may. */
async function deleteRows(id: string, patienceMs: number, deadline: number): Promise<void> {
  for (;;) {
    const [part] = await execute<{ item: number }>(deletePart, { id }, { patienceMs });
    if (!part?.item) break;
    checkTime(deadline);
  }
  await execute(deleteAccount, { id }, { patienceMs });
}
