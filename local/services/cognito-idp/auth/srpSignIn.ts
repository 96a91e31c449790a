import { AwsError } from '../../../core/errors.ts';
import { stableUuid } from '../../../core/stable-id.ts';
import type { Idp } from '../idp.ts';
import { foldName } from '../pool.ts';
import type { PoolClient, UserPool } from '../pool.ts';
import { preAuthentication } from '../triggers/authentication.ts';
import { findUser } from '../users.ts';
import { createChallenge } from './challenge.ts';
import type { AuthStep } from './challenge.ts';
import { checkLockout } from './limits.ts';
import { decoyVerifier, startExchange } from './srp.ts';
import { unknownAtSignIn } from './unknownUser.ts';

/**
 * First half of USER_SRP_AUTH: answers the client's public value with the server's. A name that is nobody's gets
 * an answer of the same kind where the client hides who exists, and fails at the second half.
 * Throws UserNotFoundException, NotAuthorizedException, InvalidParameterException, PasswordResetRequiredException.
 */
export async function startSrpSignIn(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  name: string,
  srpA: string,
  metadata: Readonly<Record<string, string>> | undefined,
): Promise<AuthStep> {
  const user = findUser(idp, pool, name);
  if (!user && !client.preventUserExistenceErrors) throw unknownAtSignIn(client);
  const folded = foldName(pool, name);
  checkLockout(idp, pool, user?.username ?? folded);
  await preAuthentication(idp, pool, client, user?.username ?? name, user, metadata);
  if (user?.status === 'RESET_REQUIRED') {
    throw new AwsError('PasswordResetRequiredException', 'Password reset required for the user');
  }
  const seed = `${pool.id}:${folded}`;
  const decoy = decoyVerifier(seed);
  const salt = user?.salt ?? decoy.salt;
  const verifier = user?.verifier ?? decoy.verifier;
  const exchange = startExchange(srpA, verifier);
  if (!exchange) throw new AwsError('InvalidParameterException', 'SRP_A is not a valid value');
  const hidden = pool.usernameAttributes.length > 0 ? stableUuid(seed) : name;
  const userId = user?.username ?? hidden;
  const secretBlock = createChallenge(idp, client, userId, 'PASSWORD_VERIFIER', {
    A: srpA,
    b: exchange.b,
    B: exchange.B,
    verifier,
    who: user?.username ?? folded,
  });
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: salt,
      SECRET_BLOCK: secretBlock,
      SRP_B: exchange.B,
      USERNAME: userId,
      USER_ID_FOR_SRP: userId,
    },
  };
}
