import { AwsError } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import type { PoolClient, UserPool } from '../pool.ts';
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
  refreshToken: unknown,
  clientMetadata?: Readonly<Record<string, string>>,
): Promise<AuthenticationResult> {
  const refuse = (message: string): never => {
    throw new AwsError('NotAuthorizedException', message);
  };
  const now = idp.cloud.clock.now();
  const found =
    typeof refreshToken === 'string' ? idp.store.sessions.findRefreshToken(refreshToken) : undefined;
  if (!found || found.session.clientId !== client.id) return refuse('Invalid Refresh Token');
  if (found.session.revoked) return refuse('Refresh Token has been revoked');
  if (found.expires <= now) return refuse('Refresh Token has expired');
  if (found.rotatedUntil !== undefined && found.rotatedUntil <= now) {
    throw new AwsError('RefreshTokenReuseException', 'Refresh token has been reused');
  }
  const user = idp.store.users.byUsername(pool.id, found.session.username);
  if (!user) return refuse('Invalid Refresh Token');
  if (!user.enabled) return refuse('User is disabled.');
  const tokens = await signTokens(
    idp,
    { pool, client, user, source: 'TokenGeneration_RefreshTokens', clientMetadata },
    found.session,
  );
  const { rotation } = client;
  if (!rotation) return tokens;
  return idp.store.transaction(() => {
    idp.store.sessions.rotate(refreshToken as string, now + rotation.graceMs);
    const next = idp.store.sessions.createRefreshToken(found.session.originJti, found.expires);
    return { ...tokens, RefreshToken: next };
  });
}
