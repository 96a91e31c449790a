import type { TokenVerifier } from '../../core/context.ts';
import { AwsError, notCovered } from '../../core/errors.ts';
import type { Federation, Logins } from './federation.ts';
import type { IdentityPool } from './pool.ts';

export interface Login {
  readonly provider: string;
  readonly sub: string;
  readonly clientId: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

const USER_POOL = /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com\/(.+)$/;

/**
 * Verifies the token of a login: an id token of a user pool's client that the identity pool names.
 * Returns undefined for a guest. Throws NotAuthorizedException.
 */
export async function verifyLogins(
  { cloud }: Federation,
  pool: IdentityPool,
  logins: Logins | undefined,
): Promise<Login | undefined> {
  const entries = Object.entries(logins ?? {});
  const [first, ...more] = entries;
  if (!first) return undefined;
  if (more.length > 0) throw notCovered('an identity with several logins');
  const [provider, token] = first;
  const clients = pool.providers.filter(({ name }) => name === provider);
  const userPoolId = USER_POOL.exec(provider)?.[1];
  if (userPoolId === undefined || clients.length === 0) throw unsupported();
  const idp = cloud.service<TokenVerifier>('cognito-idp');
  let claims: Record<string, unknown>;
  try {
    claims = await idp.verifyToken(token, { userPoolId, use: 'id', stateless: true });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const reason = /expired/.test(error.message) ? ' Token expired.' : '';
    throw new AwsError('NotAuthorizedException', `Invalid login token.${reason}`, { cause: error });
  }
  const client = clients.find(({ clientId }) => clientId === claims['aud']);
  if (!client) throw unsupported();
  if (client.serverSideTokenCheck) await idp.verifyToken(token, { userPoolId, use: 'id' });
  return { provider, sub: claims['sub'] as string, clientId: client.clientId, claims };
}

function unsupported(): AwsError {
  return new AwsError(
    'NotAuthorizedException',
    'Token is not from a supported provider of this identity pool.',
  );
}
