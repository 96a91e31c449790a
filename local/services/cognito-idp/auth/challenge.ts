import { AwsError } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import type { PoolClient } from '../pool.ts';
import type { Challenge } from '../store/challenges.ts';
import type { AuthenticationResult } from '../tokens/issue.ts';

export type ChallengeName =
  | 'PASSWORD_VERIFIER'
  | 'NEW_PASSWORD_REQUIRED'
  | 'SOFTWARE_TOKEN_MFA'
  | 'MFA_SETUP'
  /** MFA_SETUP once the software token was verified; the client still calls it MFA_SETUP. */
  | 'MFA_SETUP_VERIFIED';

/** What InitiateAuth and RespondToAuthChallenge answer: the next challenge, or tokens. */
export interface AuthStep {
  readonly ChallengeName?: ChallengeName;
  readonly Session?: string;
  readonly ChallengeParameters: Readonly<Record<string, string>>;
  readonly AuthenticationResult?: AuthenticationResult;
}

/** Keeps what was proved so far for as long as the client's settings give a person, and returns its secret. */
export function createChallenge(
  idp: Idp,
  client: PoolClient,
  username: string,
  kind: ChallengeName,
  data: Readonly<Record<string, string>>,
): string {
  const now = idp.cloud.clock.now();
  return idp.store.challenges.create(
    { poolId: client.poolId, clientId: client.id, username, kind, data, expires: now + client.authSessionMs },
    now,
  );
}

/** Finds the challenge that a client answers. Throws NotAuthorizedException for a wrong, old or used session. */
export function findChallenge(
  idp: Idp,
  client: PoolClient | undefined,
  session: string | undefined,
  kinds: readonly ChallengeName[],
): Challenge {
  const challenge = session === undefined ? undefined : idp.store.challenges.find(session);
  if (
    !challenge ||
    (client && challenge.clientId !== client.id) ||
    !kinds.includes(challenge.kind as ChallengeName)
  ) {
    throw new AwsError('NotAuthorizedException', 'Invalid session for the user.');
  }
  if (challenge.expires <= idp.cloud.clock.now()) {
    throw new AwsError('NotAuthorizedException', 'Invalid session for the user, session is expired.');
  }
  return challenge;
}

/** Uses a challenge up. Throws NotAuthorizedException when another answer was faster. */
export function consumeChallenge(idp: Idp, session: string): void {
  if (!idp.store.challenges.delete(session)) {
    throw new AwsError(
      'NotAuthorizedException',
      'Invalid session for the user, session can only be used once.',
    );
  }
}
