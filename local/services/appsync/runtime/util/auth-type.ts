import type { Identity } from '../evaluator.ts';

/** The words of `util.authType()`, told from the shape of the identity as AppSync documents each. */
export function authType(identity: Identity): string {
  if (identity === null || identity === undefined) return 'API Key Authorization';
  if ('resolverContext' in identity) return 'Lambda Authorization';
  if ('userArn' in identity || 'cognitoIdentityId' in identity || 'accountId' in identity)
    return 'IAM Authorization';
  if ('username' in identity || 'groups' in identity || 'defaultAuthStrategy' in identity) {
    return 'User Pool Authorization';
  }
  return 'Open ID Connect Authorization';
}
