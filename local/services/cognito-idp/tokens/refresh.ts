import { AwsError } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import type { PoolClient, UserPool } from '../pool.ts';
import type { RefreshToken } from '../store/sessions.ts';
import type { User } from '../store/users.ts';
import { signTokens } from './issue.ts';
import type { AuthenticationResult } from './issue.ts';

/**
 * New id and access tokens for a refresh token, and a new refresh token where the client rotates them: the one
 * that was used then works for the client's grace period, and the new one ends when it would have ended.
 * Throws NotAuthorizedException, RefreshTokenReuseException.
 */
export async function refreshTokens(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  refreshToken: string,
  clientMetadata?: Readonly<Record<string, string>>,
): Promise<AuthenticationResult> {
  const { token, user } = usable(idp, pool, client, refreshToken);
  const tokens = await signTokens(
    idp,
    { pool, client, user, source: 'TokenGeneration_RefreshTokens', clientMetadata },
    token.session,
  );
  const { rotation } = client;
  return idp.store.transaction(() => {
    // Once more, since the trigger took its time: of two requests at once only one may rotate without a grace period.
    usable(idp, pool, client, refreshToken);
    if (!rotation) return tokens;
    idp.store.sessions.rotate(refreshToken, idp.cloud.clock.now() + rotation.graceMs);
    const next = idp.store.sessions.createRefreshToken(token.session.originJti, token.expires);
    return { ...tokens, RefreshToken: next };
  });
}

function usable(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  refreshToken: string,
): { token: RefreshToken; user: User } {
  const refuse = (message: string): never => {
    throw new AwsError('NotAuthorizedException', message);
  };
  const now = idp.cloud.clock.now();
  const token = idp.store.sessions.findRefreshToken(refreshToken);
  if (!token || token.session.clientId !== client.id) return refuse('Invalid Refresh Token');
  if (token.session.revoked) return refuse('Refresh Token has been revoked');
  if (token.expires <= now) return refuse('Refresh Token has expired');
  if (token.rotatedUntil !== undefined && token.rotatedUntil <= now) {
    throw new AwsError('RefreshTokenReuseException', 'Refresh token has been reused');
  }
  const user = idp.store.users.byUsername(pool.id, token.session.username);
  if (!user) return refuse('Invalid Refresh Token');
  if (!user.enabled) return refuse('User is disabled.');
  return { token, user };
}
