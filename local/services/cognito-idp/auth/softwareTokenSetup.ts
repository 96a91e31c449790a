import { AwsError } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import type { UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { authorizeAccessToken } from '../tokens/verify.ts';
import { findChallenge } from './challenge.ts';

export interface SetupInput {
  readonly AccessToken?: string;
  readonly Session?: string;
}

export interface Setup {
  readonly pool: UserPool;
  readonly user: User;
  /** Set when this happens during a sign-in. */
  readonly session?: { readonly clientId: string; readonly data: Readonly<Record<string, string>> };
}

/**
 * Who sets up a software token: a signed-in user, or one whose sign-in demands it.
 * Throws NotAuthorizedException, InvalidParameterException, SoftwareTokenMFANotFoundException.
 */
export function authorizeSetup(idp: Idp, input: SetupInput): Setup {
  const setup = input.Session === undefined ? byToken(idp, input) : bySession(idp, input.Session);
  if (setup.pool.mfa === 'OFF' || !setup.pool.enabledMfas.includes('SOFTWARE_TOKEN_MFA')) {
    throw new AwsError(
      'SoftwareTokenMFANotFoundException',
      'Software Token MFA has not been enabled by the userPool',
    );
  }
  return setup;
}

function byToken(idp: Idp, input: SetupInput): Setup {
  const { pool, user } = authorizeAccessToken(idp, input.AccessToken);
  return { pool, user };
}

function bySession(idp: Idp, session: string): Setup {
  const challenge = findChallenge(idp, undefined, session, ['MFA_SETUP']);
  const pool = idp.registry.pool(challenge.poolId);
  const user = idp.store.users.byUsername(pool.id, challenge.username);
  if (!user) throw new AwsError('NotAuthorizedException', 'Invalid session for the user.');
  return { pool, user, session: { clientId: challenge.clientId, data: challenge.data } };
}
