import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import deleteAccountSql from '../../sql/queries/delete_account.sql';
import { execute } from './database.ts';
import { environment } from './environment.ts';
import { releaseHandles } from './former-handles.ts';

/** The Cognito group of those whose deletion has been asked for and is not finished. */
export const DELETING_GROUP = 'deleting';

export interface Leaving {
  userId: string;
  username: string;
}

/**
 * Deletes somebody: closes the account first, so that nobody signs in to half of it; then what they wrote, their
 * handles, and last the account itself, with its place in the group. Each step may be repeated.
 */
export async function deletePerson(
  cognito: CognitoIdentityProviderClient,
  { userId, username }: Leaving,
  patienceMs: number,
): Promise<void> {
  const user = { UserPoolId: environment('USER_POOL_ID'), Username: username };
  try {
    await cognito.send(new AdminDisableUserCommand(user));
  } catch (error) {
    // Gone since an earlier attempt; what else there was went before it.
    if (error instanceof UserNotFoundException) return;
    throw error;
  }
  await execute(deleteAccountSql, { id: userId }, { patienceMs });
  await releaseHandles(userId);
  await cognito.send(new AdminDeleteUserCommand(user));
}
