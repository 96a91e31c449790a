import { AwsError } from '../../../../core/errors.ts';
import type { Idp } from '../../idp.ts';
import { requireParameter } from '../../input.ts';
import type { PoolClient, UserPool } from '../../pool.ts';
import { consumeChallenge, findChallenge } from '../challenge.ts';
import type { AuthStep } from '../challenge.ts';
import { continueSignIn } from '../continueSignIn.ts';
import { checkLockout, clearFailedSignIns, countFailedSignIn } from '../limits.ts';
import type { ChallengeAnswer } from '../respond.ts';
import { verifyProof } from '../srp.ts';
import { incorrectPassword } from '../unknownUser.ts';

const TIMESTAMP =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2} \d\d:\d\d:\d\d [A-Z]{3,4} \d{4}$/;

/**
 * Second half of USER_SRP_AUTH. The timestamp is part of what is signed; how far it is from now is not checked,
 * since the local cloud's clock may have been moved while the client's can't be.
 * Throws NotAuthorizedException, InvalidParameterException.
 */
export async function answerPasswordVerifier(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  answer: ChallengeAnswer,
): Promise<AuthStep> {
  const responses = answer.ChallengeResponses;
  const username = requireParameter(responses, 'USERNAME');
  const secretBlock = requireParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const signature = requireParameter(responses, 'PASSWORD_CLAIM_SIGNATURE');
  const timestamp = requireParameter(responses, 'TIMESTAMP');
  if (!TIMESTAMP.test(timestamp)) {
    throw new AwsError(
      'InvalidParameterException',
      'TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english',
    );
  }
  const challenge = idp.store.challenges.find(secretBlock);
  // Anything but the block of this sign-in is treated as a wrong password, as Cognito does.
  if (!challenge || challenge.username !== username) throw incorrectPassword();
  findChallenge(idp, client, secretBlock, ['PASSWORD_VERIFIER']);
  const { A, b, B, verifier, who } = challenge.data as Record<'A' | 'b' | 'B' | 'verifier' | 'who', string>;
  checkLockout(idp, pool, who);
  consumeChallenge(idp, secretBlock);
  const user = idp.store.users.byUsername(pool.id, challenge.username);
  const proved = verifyProof({
    shortPoolId: pool.shortId,
    username,
    verifier,
    A,
    exchange: { b, B },
    secretBlock,
    timestamp,
    signature,
  });
  if (!user || !proved || user.verifier !== verifier) {
    countFailedSignIn(idp, pool, who);
    throw incorrectPassword();
  }
  clearFailedSignIns(idp, pool, who);
  return await continueSignIn(idp, {
    pool,
    client,
    user,
    source: 'TokenGeneration_Authentication',
    clientMetadata: answer.ClientMetadata,
  });
}
