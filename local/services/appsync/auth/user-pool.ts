import type { CloudContext, TokenVerifier } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import type { AuthProvider } from './provider.ts';
import type { Caller } from './caller.ts';
import { unauthorized } from './unauthorized.ts';

type UserPoolProvider = Extract<AuthProvider, { mode: 'AMAZON_COGNITO_USER_POOLS' }>;
const NONE_DENIED: ReadonlySet<string> = new Set();

/** The claims of a token, unverified; undefined when it is no JWT. */
export function peekClaims(token: string): Record<string, unknown> | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The issuer's last part is the pool's id: `https://cognito-idp.<region>.amazonaws.com/<pool>`. */
export function isOfPool(claims: Record<string, unknown>, provider: UserPoolProvider): boolean {
  return typeof claims.iss === 'string' && claims.iss.endsWith(`/${provider.userPoolId}`);
}

/** Throws UnauthorizedException in AppSync's words for an expired, forged or foreign token. */
export async function byUserPool(
  cloud: CloudContext,
  provider: UserPoolProvider,
  token: string,
  sourceIp: string,
): Promise<Caller> {
  const peeked = peekClaims(token);
  if (!peeked) throw unauthorized('Unable to parse JWT token.');
  if (typeof peeked.exp === 'number' && peeked.exp * 1000 <= cloud.clock.now())
    throw unauthorized('Token has expired.');
  const claims = await verified(cloud, provider, token);
  const client = String(claims.client_id ?? claims.aud ?? '');
  if (provider.appIdClientRegex && !new RegExp(`^(?:${provider.appIdClientRegex})$`).test(client))
    throw unauthorized();
  const groups = Array.isArray(claims['cognito:groups']) ? (claims['cognito:groups'] as string[]) : null;
  const identity = {
    sub: claims.sub,
    issuer: claims.iss,
    username: claims.username ?? claims['cognito:username'] ?? null,
    claims,
    sourceIp: [sourceIp],
    defaultAuthStrategy: provider.defaultAction,
    groups,
  };
  return { mode: provider.mode, provider, identity, groups: groups ?? [], deniedFields: NONE_DENIED };
}

async function verified(cloud: CloudContext, provider: UserPoolProvider, token: string) {
  try {
    return await cloud
      .service<TokenVerifier>('cognito-idp')
      .verifyToken(token, { userPoolId: provider.userPoolId });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw unauthorized(/expired/i.test(error.message) ? 'Token has expired.' : undefined);
  }
}
