import { AwsError } from '../../../../core/errors.ts';
import type { Idp } from '../../idp.ts';
import { requireParameter } from '../../input.ts';
import type { PoolClient, UserPool } from '../../pool.ts';
import { saveUser } from '../../users.ts';
import type { TokenSource } from '../../triggers/preTokenGeneration.ts';
import { consumeChallenge, findChallenge } from '../challenge.ts';
import type { AuthStep } from '../challenge.ts';
import { continueSignIn } from '../continueSignIn.ts';
import { checkLockout, clearFailedSignIns, countFailedSignIn } from '../limits.ts';
import type { ChallengeAnswer } from '../respond.ts';
import { matchTotp } from '../totp.ts';

/**
 * The code of an authenticator app. A wrong one leaves the session usable and counts as a failed sign-in.
 * Throws CodeMismatchException, ExpiredCodeException for a code that was used, NotAuthorizedException.
 */
export async function answerSoftwareToken(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  answer: ChallengeAnswer,
): Promise<AuthStep> {
  const code = requireParameter(answer.ChallengeResponses, 'SOFTWARE_TOKEN_MFA_CODE');
  const challenge = findChallenge(idp, client, answer.Session, ['SOFTWARE_TOKEN_MFA']);
  const user = idp.store.users.byUsername(pool.id, challenge.username);
  if (user?.totpSecret === undefined) {
    throw new AwsError('NotAuthorizedException', 'Invalid session for the user.');
  }
  const who = `mfa:${user.username}`;
  checkLockout(idp, pool, who);
  const step = matchTotp(user.totpSecret, code, idp.cloud.clock.now());
  if (step === undefined) {
    countFailedSignIn(idp, pool, who);
    throw new AwsError('CodeMismatchException', 'Invalid code received for user');
  }
  if (user.totpStep !== undefined && step <= user.totpStep) {
    throw new AwsError('ExpiredCodeException', 'Your software token has already been used once.');
  }
  const changed = idp.store.transaction(() => {
    consumeChallenge(idp, answer.Session as string);
    clearFailedSignIns(idp, pool, who);
    return saveUser(idp, pool, user, { totpStep: step });
  });
  return await continueSignIn(idp, {
    pool,
    client,
    user: changed,
    source: challenge.data['source'] as TokenSource,
    clientMetadata: answer.ClientMetadata,
    mfaDone: true,
  });
}
