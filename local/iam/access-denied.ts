import { AwsError } from '../core/errors.ts';
import type { Principal } from '../core/principal.ts';

/** Why something was denied, as AWS's message says it. */
export type DenialReason =
  | { readonly kind: 'explicit'; readonly policy: PolicyKind }
  | { readonly kind: 'implicit'; readonly policy: PolicyKind };

type PolicyKind =
  'identity-based policy' | 'resource-based policy' | 'session policy' | 'permissions boundary';

/**
 * AWS's words for a denied request (IAM user guide, «Troubleshoot access denied error messages»).
 * S3 says `AccessDenied` with status 403; the JSON services `AccessDeniedException` with 400.
 */
export function accessDenied(
  caller: string,
  action: string,
  resource: string,
  reason: DenialReason,
  code = 'AccessDeniedException',
): AwsError {
  const article = /^[aeiou]/.test(reason.policy) ? 'an' : 'a';
  const why =
    reason.kind === 'explicit'
      ? `with an explicit deny in ${article} ${reason.policy}`
      : `because no ${reason.policy} allows the ${action} action`;
  const target = resource === '*' ? '' : ` on resource: ${resource}`;
  return new AwsError(code, `User: ${caller} is not authorized to perform: ${action}${target} ${why}`, {
    statusCode: code === 'AccessDenied' ? 403 : 400,
  });
}

/** How AWS names a caller in messages and in `GetCallerIdentity`. */
export function callerArn(principal: Principal, accountId: string): string {
  switch (principal.kind) {
    case 'role':
      return sessionArn(principal.roleArn, principal.sessionName, accountId);
    case 'service':
      return principal.service;
    case 'anonymous':
      return 'anonymous';
    case 'developer':
      return `arn:aws:iam::${accountId}:user/developer`;
  }
}

/** `arn:aws:sts::<account>:assumed-role/<role's name without path>/<session>`. */
export function sessionArn(roleArn: string, sessionName: string, accountId: string): string {
  return `arn:aws:sts::${accountId}:assumed-role/${roleArn.split('/').at(-1)}/${sessionName}`;
}
