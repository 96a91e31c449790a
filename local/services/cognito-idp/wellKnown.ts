import type { HttpRequest, HttpResponse } from '../../core/service.ts';
import type { Idp } from './idp.ts';

/** Serves a pool's public key and OpenID configuration, as AWS does under the issuer's address. */
export function serveWellKnown(idp: Idp, request: HttpRequest): HttpResponse | undefined {
  const match = /^\/([^/]+)\/\.well-known\/(jwks\.json|openid-configuration)$/.exec(request.url.pathname);
  const pool = match?.[1] === undefined ? undefined : idp.registry.findPool(match[1]);
  if (!pool || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined;
  const body =
    match?.[2] === 'jwks.json'
      ? { keys: [idp.store.keys.forPool(pool.id).jwk] }
      : {
          id_token_signing_alg_values_supported: ['RS256'],
          issuer: pool.issuer,
          jwks_uri: `${idp.cloud.baseUrl}/cognito-idp/${pool.id}/.well-known/jwks.json`,
          response_types_supported: ['code', 'token'],
          scopes_supported: ['openid', 'email', 'phone', 'profile'],
          subject_types_supported: ['public'],
          token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
        };
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=86400',
      'access-control-allow-origin': '*',
    },
    body: JSON.stringify(body),
  };
}
