import { accessDenied } from './access-denied.ts';
import { evaluatePolicies } from './policy/evaluate.ts';
import type { CallerNames } from './policy/principals.ts';
import { createRequestContext } from './policy/request-context.ts';
import type { RoleStore } from './roles/role-store.ts';

/** Somebody who wants to assume a role. */
export interface TrustRequest {
  readonly action: 'sts:AssumeRole' | 'sts:AssumeRoleWithWebIdentity';
  readonly caller: CallerNames;
  /** For example `cognito-identity.amazonaws.com:aud` and `:amr`. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  /** How the message names the caller. */
  readonly name?: string;
}

/**
 * Evaluates a role's trust policy. A statement that names the account counts, since the caller's own policies are
 * checked besides. Throws AwsError AccessDenied, also when there is no such role (STS doesn't tell which).
 */
export function assertTrusted(
  iam: { readonly roles: RoleStore; readonly accountId: string },
  roleArn: string,
  request: TrustRequest,
): void {
  const role = iam.roles.byArn(roleArn);
  const decision = role
    ? evaluatePolicies([role.trust], {
        action: request.action,
        resource: roleArn,
        caller: request.caller,
        context: createRequestContext(request.context),
      })
    : undefined;
  if (decision?.effect === 'allow') return;
  const kind = decision?.effect === 'explicit-deny' ? 'explicit' : 'implicit';
  const name =
    request.name ?? request.caller.service ?? request.caller.federated ?? request.caller.aws[0] ?? '';
  throw accessDenied(
    name,
    request.action,
    roleArn,
    { kind, policy: 'resource-based policy' },
    'AccessDenied',
  );
}
