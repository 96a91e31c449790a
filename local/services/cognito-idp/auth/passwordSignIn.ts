import { AwsError } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import { foldName } from '../pool.ts';
import type { PoolClient, UserPool } from '../pool.ts';
import { preAuthentication } from '../triggers/authentication.ts';
import { findUser } from '../users.ts';
import type { AuthStep } from './challenge.ts';
import { continueSignIn } from './continueSignIn.ts';
import { checkLockout, clearFailedSignIns, countFailedSignIn } from './limits.ts';
import { isPassword } from './passwords.ts';
import { incorrectPassword, unknownAtSignIn } from './unknownUser.ts';

/**
 * Signs a user in by name and password (USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH).
 * Throws NotAuthorizedException, UserNotFoundException, PasswordResetRequiredException and what the rest throws.
 */
export async function startPasswordSignIn(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  name: string,
  password: string,
  metadata: Readonly<Record<string, string>> | undefined,
): Promise<AuthStep> {
  const user = findUser(idp, pool, name);
  if (!user && !client.preventUserExistenceErrors) throw unknownAtSignIn(client);
  const who = user?.username ?? foldName(pool, name);
  checkLockout(idp, pool, who);
  await preAuthentication(idp, pool, client, user?.username ?? name, user, metadata);
  if (user?.status === 'RESET_REQUIRED') {
    throw new AwsError('PasswordResetRequiredException', 'Password reset required for the user');
  }
  if (!user || !isPassword(pool, user, password)) {
    countFailedSignIn(idp, pool, who);
    throw incorrectPassword();
  }
  clearFailedSignIns(idp, pool, who);
  // The metadata of InitiateAuth goes to PreAuthentication alone, as validation data.
  return await continueSignIn(idp, { pool, client, user, source: 'TokenGeneration_Authentication' });
}
