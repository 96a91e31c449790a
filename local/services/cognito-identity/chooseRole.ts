import { AwsError } from '../../core/errors.ts';
import type { RoleAttachment, RoleMapping, RoleRule } from './pool.ts';
import type { Login } from './verifyLogins.ts';

/**
 * The role of an identity (developer guide, «Using role-based access control»): for a login, what the mapping of its
 * client says, by the token's role claims or by rules; otherwise the pool's role for users or for guests.
 * Throws InvalidIdentityPoolConfigurationException without a role, NotAuthorizedException where a mapping denies.
 */
export function chooseRole(
  attachment: RoleAttachment | undefined,
  login: Login | undefined,
  customRoleArn: string | undefined,
): string {
  const mapping =
    login && attachment?.mappings.find(({ provider }) => provider === `${login.provider}:${login.clientId}`);
  if (customRoleArn !== undefined && !rolesOf(login).includes(customRoleArn)) {
    throw new AwsError('NotAuthorizedException', 'The custom role is not one of the roles of the token.');
  }
  const mapped = login && mapping ? (customRoleArn ?? mappedRole(mapping, login)) : undefined;
  if (mapped !== undefined) return mapped;
  if (mapping?.ambiguous === 'Deny') {
    throw new AwsError('NotAuthorizedException', 'No role could be chosen for this identity.');
  }
  const role = login ? attachment?.authenticated : attachment?.unauthenticated;
  if (role === undefined) {
    throw new AwsError(
      'InvalidIdentityPoolConfigurationException',
      'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
    );
  }
  return role;
}

function rolesOf(login: Login | undefined): readonly unknown[] {
  const roles = login?.claims['cognito:roles'];
  return Array.isArray(roles) ? roles : [];
}

function mappedRole(mapping: RoleMapping, login: Login): string | undefined {
  if (mapping.type === 'Rules') return mapping.rules.find((rule) => matches(rule, login))?.RoleARN;
  const preferred = login.claims['cognito:preferred_role'];
  return typeof preferred === 'string' ? preferred : undefined;
}

function matches(rule: RoleRule, login: Login): boolean {
  const claim = login.claims[rule.Claim];
  if (claim === undefined) return false;
  const value = Array.isArray(claim) ? claim.join(',') : String(claim);
  if (rule.MatchType === 'Equals') return value === rule.Value;
  if (rule.MatchType === 'NotEqual') return value !== rule.Value;
  if (rule.MatchType === 'StartsWith') return value.startsWith(rule.Value);
  return value.includes(rule.Value);
}
