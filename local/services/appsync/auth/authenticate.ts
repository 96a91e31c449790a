import type { CloudContext } from '../../../core/context.ts';
import type { ApiDefinition } from '../api.ts';
import { byApiKey } from './api-key.ts';
import type { Caller, Credentials } from './caller.ts';
import { byIam } from './iam.ts';
import { type AuthorizerCache, byLambda } from './lambda.ts';
import type { AuthMode, AuthProvider } from './provider.ts';
import { unauthorized } from './unauthorized.ts';
import { byUserPool, isOfPool, peekClaims } from './user-pool.ts';

/**
 * Finds out who calls, by the API's default or one of its additional modes: a SigV4 signature, a user pool's
 * token, a token for the Lambda authorizer, or an API key.
 * Throws UnauthorizedException (401) in AppSync's words.
 */
export function authenticate(
  cloud: CloudContext,
  api: ApiDefinition,
  credentials: Credentials,
  cache: AuthorizerCache,
): Caller | Promise<Caller> {
  const authorization = credentials.headers.authorization;
  const has = (mode: AuthMode): boolean => api.providers.some((provider) => provider.mode === mode);
  if (authorization) {
    if (authorization.startsWith('AWS4-')) {
      if (has('AWS_IAM')) return byIam(cloud, credentials);
    } else {
      const caller = byToken(cloud, api, authorization, credentials, cache);
      if (caller) return caller;
    }
  }
  const key = credentials.headers['x-api-key'];
  if (key !== undefined && has('API_KEY')) return byApiKey(api, key, cloud.clock);
  if (!authorization && credentials.principal.kind !== 'anonymous' && has('AWS_IAM'))
    return byIam(cloud, credentials);
  throw key === undefined ? unauthorized('Valid authorization header not provided.') : unauthorized();
}

/** Undefined when no mode of the API takes tokens. */
function byToken(
  cloud: CloudContext,
  api: ApiDefinition,
  authorization: string,
  credentials: Credentials,
  cache: AuthorizerCache,
): Promise<Caller> | undefined {
  const token = authorization.replace(/^Bearer\s+/i, '');
  const pools = api.providers.filter((one) => one.mode === 'AMAZON_COGNITO_USER_POOLS');
  const claims = peekClaims(token);
  const pool = claims && pools.find((one) => isOfPool(claims, one));
  if (pool) return byUserPool(cloud, pool, token, credentials.sourceIp);
  const lambda = api.providers.find((one: AuthProvider) => one.mode === 'AWS_LAMBDA');
  if (lambda) return byLambda(cloud, api, lambda, authorization, credentials, cache);
  const [first] = pools;
  if (!first) return undefined;
  if (claims) throw unauthorized();
  return byUserPool(cloud, first, token, credentials.sourceIp);
}
