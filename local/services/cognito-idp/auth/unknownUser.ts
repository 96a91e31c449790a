import { AwsError } from '../../../core/errors.ts';
import type { PoolClient } from '../pool.ts';

/** The error for a wrong password, and for a wrong name where the client does not tell who exists. */
export function incorrectPassword(): AwsError {
  return new AwsError('NotAuthorizedException', 'Incorrect username or password.');
}

/** The error for a sign-in with a name that is nobody's. */
export function unknownAtSignIn(client: PoolClient): AwsError {
  return client.preventUserExistenceErrors
    ? incorrectPassword()
    : new AwsError('UserNotFoundException', 'User does not exist.');
}

/** The error of confirmation and recovery for a name that is nobody's, where the client tells. */
export function unknownAtConfirmation(): AwsError {
  return new AwsError('UserNotFoundException', 'Username/client id combination not found.');
}
