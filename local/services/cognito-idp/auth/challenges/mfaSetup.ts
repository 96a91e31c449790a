import { AwsError } from '../../../../core/errors.ts';
import type { Idp } from '../../idp.ts';
import type { PoolClient, UserPool } from '../../pool.ts';
import type { TokenSource } from '../../triggers/preTokenGeneration.ts';
import { consumeChallenge, findChallenge } from '../challenge.ts';
import type { AuthStep } from '../challenge.ts';
import { continueSignIn } from '../continueSignIn.ts';
import type { ChallengeAnswer } from '../respond.ts';

/**
 * The end of setting up a second factor during sign-in, after AssociateSoftwareToken and VerifySoftwareToken, whose
 * session it needs. Throws NotAuthorizedException.
 */
export async function answerMfaSetup(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  answer: ChallengeAnswer,
): Promise<AuthStep> {
  const challenge = findChallenge(idp, client, answer.Session, ['MFA_SETUP_VERIFIED']);
  const user = idp.store.users.byUsername(pool.id, challenge.username);
  if (!user) throw new AwsError('NotAuthorizedException', 'Invalid session for the user.');
  consumeChallenge(idp, answer.Session as string);
  return await continueSignIn(idp, {
    pool,
    client,
    user,
    source: challenge.data['source'] as TokenSource,
    clientMetadata: answer.ClientMetadata,
    mfaDone: true,
  });
}
