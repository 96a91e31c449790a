import type { Identity } from './store.ts';
import type { Login } from './verifyLogins.ts';

/**
 * What a session says about its identity: the condition keys and policy variables of IAM, and what AppSync shows in
 * `ctx.identity` of a request that such a session signed.
 */
export function sessionContext(identity: Identity, login: Login | undefined): Record<string, string> {
  const kind = login ? 'authenticated' : 'unauthenticated';
  return {
    'cognito-identity.amazonaws.com:sub': identity.id,
    'cognito-identity.amazonaws.com:aud': identity.poolId,
    'cognito-identity.amazonaws.com:amr': kind,
    cognitoIdentityId: identity.id,
    cognitoIdentityPoolId: identity.poolId,
    cognitoIdentityAuthType: kind,
    ...(login && {
      cognitoIdentityAuthProvider: `"${login.provider}","${login.provider}:CognitoSignIn:${login.sub}"`,
    }),
  };
}
