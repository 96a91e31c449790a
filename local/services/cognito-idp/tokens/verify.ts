import { AwsError } from '../../../core/errors.ts';
import type { Idp } from '../idp.ts';
import type { PoolClient, UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { USER_SCOPE } from './claims.ts';
import { openJwt, peekJwt } from './jwt.ts';
import type { Claims } from './jwt.ts';

export interface ExpectedToken {
  readonly userPoolId: string;
  readonly clientIds?: readonly string[];
  readonly use?: 'id' | 'access';
  readonly stateless?: boolean;
}

/**
 * Verifies signature, issuer, expiry, use and client of a token, that its session was not ended, and that its user
 * is still there; only the token itself if that is all that is asked for. Returns its claims. Throws NotAuthorizedException.
 */
export function verifyToken(idp: Idp, token: string, expected: ExpectedToken): Claims {
  const refuse = (message: string): never => {
    throw new AwsError('NotAuthorizedException', message);
  };
  const pool = idp.registry.findPool(expected.userPoolId);
  const claims = pool && openJwt(idp.store.keys.forPool(pool.id), token);
  const what = `${expected.use === 'id' ? 'Id' : expected.use === 'access' ? 'Access' : ''} Token`.trim();
  if (!pool || !claims || claims['iss'] !== pool.issuer) return refuse(`Invalid ${what}`);
  const use = claims['token_use'];
  if (expected.use !== undefined && use !== expected.use) return refuse(`Invalid ${what}`);
  const client = use === 'id' ? claims['aud'] : claims['client_id'];
  if (expected.clientIds && !expected.clientIds.includes(client as string)) return refuse(`Invalid ${what}`);
  if ((claims['exp'] as number) * 1000 <= idp.cloud.clock.now()) return refuse(`${what} has expired`);
  if (expected.stateless) return claims;
  const user = idp.store.users.bySub(pool.id, claims['sub'] as string);
  if (!user) return refuse(`Invalid ${what}`);
  if (isRevoked(idp, claims)) return refuse(`${what} has been revoked`);
  if (!user.enabled) return refuse('User is disabled.');
  return claims;
}

function isRevoked(idp: Idp, claims: Claims): boolean {
  const originJti = claims['origin_jti'];
  // A client with revocation switched off issues tokens that name no session: nothing ends them but time.
  if (typeof originJti !== 'string') return false;
  const session = idp.store.sessions.find(originJti);
  return session === undefined || session.revoked;
}

/**
 * Who calls an operation with an access token.
 * Throws NotAuthorizedException, UserNotFoundException, PasswordResetRequiredException, UserNotConfirmedException.
 */
export function authorizeAccessToken(
  idp: Idp,
  token: unknown,
): { pool: UserPool; client: PoolClient; user: User; claims: Claims } {
  if (typeof token !== 'string' || !/^[A-Za-z0-9\-_=.]+$/.test(token)) {
    throw new AwsError(
      'InvalidParameterException',
      "1 validation error detected: Value at 'accessToken' failed to satisfy constraint: Member must satisfy regular expression pattern: [A-Za-z0-9-_=.]+",
    );
  }
  const unverified = peekJwt(token);
  const pool = idp.registry.pools().find((one) => one.issuer === unverified?.['iss']);
  const client = idp.registry.findClient(String(unverified?.['client_id']));
  if (!unverified || !pool || client?.poolId !== pool.id) {
    throw new AwsError('NotAuthorizedException', 'Invalid Access Token');
  }
  const signed = openJwt(idp.store.keys.forPool(pool.id), token);
  if (signed && !idp.store.users.bySub(pool.id, signed['sub'] as string)) {
    throw new AwsError('UserNotFoundException', 'User does not exist.');
  }
  const claims = verifyToken(idp, token, { userPoolId: pool.id, use: 'access' });
  if (!String(claims['scope']).split(' ').includes(USER_SCOPE)) {
    throw new AwsError('NotAuthorizedException', 'Access Token does not have required scopes');
  }
  const user = idp.store.users.bySub(pool.id, claims['sub'] as string) as User;
  if (user.status === 'RESET_REQUIRED') {
    throw new AwsError('PasswordResetRequiredException', 'Password reset required for the user');
  }
  return { pool, client, user, claims };
}
