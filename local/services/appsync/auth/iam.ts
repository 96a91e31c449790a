import type { CloudContext } from '../../../core/context.ts';
import type { Principal } from '../../../core/principal.ts';
import { stableId } from '../../../core/stable-id.ts';
import type { Identity } from '../runtime/evaluator.ts';
import type { Caller, Credentials } from './caller.ts';
import { unauthorized } from './unauthorized.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const NONE_DENIED: ReadonlySet<string> = new Set();

/** The caller behind a verified signature. Throws UnauthorizedException for an unsigned request. */
export function byIam(cloud: CloudContext, { principal, sourceIp }: Credentials): Caller {
  if (principal.kind === 'anonymous') throw unauthorized();
  const identity = iamIdentity(cloud, principal, sourceIp);
  return {
    mode: 'AWS_IAM',
    provider: { mode: 'AWS_IAM' },
    identity,
    groups: [],
    principal,
    deniedFields: NONE_DENIED,
  };
}

/** AppSync's identity object for IAM (`AppSyncIAMIdentity` in its developer guide). */
function iamIdentity(cloud: CloudContext, principal: Principal, sourceIp: string): Identity {
  const session = principal.kind === 'role' ? (principal.sessionContext ?? {}) : {};
  return {
    accountId: cloud.accountId,
    cognitoIdentityPoolId: session['cognito-identity.amazonaws.com:aud'] ?? null,
    cognitoIdentityId: session['cognito-identity.amazonaws.com:sub'] ?? null,
    sourceIp: [sourceIp],
    ...nameOf(cloud, principal),
    cognitoIdentityAuthType: session['cognito-identity.amazonaws.com:amr'] ?? null,
    cognitoIdentityAuthProvider: session['cognitoIdentityAuthProvider'] ?? null,
  };
}

function nameOf(cloud: CloudContext, principal: Principal): { username: string; userArn: string } {
  if (principal.kind === 'role') {
    const role = principal.roleArn.slice(principal.roleArn.lastIndexOf('/') + 1);
    const roleId = `AROA${stableId(principal.roleArn, 17, UPPER)}`;
    return {
      username: `${roleId}:${principal.sessionName}`,
      userArn: `arn:aws:sts::${cloud.accountId}:assumed-role/${role}/${principal.sessionName}`,
    };
  }
  const name = principal.kind === 'service' ? principal.service : principal.kind;
  return { username: name, userArn: `arn:aws:iam::${cloud.accountId}:user/${name}` };
}
