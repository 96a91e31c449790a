import { AwsError } from '../../../core/errors.ts';
import type { QueryOperation } from '../../../gateway/query-protocol.ts';
import { callerArn, sessionArn } from '../../../iam/access-denied.ts';
import type { Iam } from '../../../iam/create-iam.ts';

/**
 * Gives credentials for a role to a caller whom its trust policy names. The developer owns the account and may assume
 * any role in it.
 */
export function assumeRole(iam: Iam): QueryOperation {
  return (input, { principal }) => {
    const roleArn = required(input['RoleArn'], 'roleArn', /^arn:[\w+=/,.@:-]{16,}$/);
    const sessionName = required(input['RoleSessionName'], 'roleSessionName', /^[\w+=,.@-]{2,64}$/);
    const seconds = Number(input['DurationSeconds'] ?? 3600);
    if (!Number.isInteger(seconds) || seconds < 900 || seconds > 43_200) throw invalid('durationSeconds');
    if (principal.kind === 'anonymous') {
      throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', {
        statusCode: 403,
      });
    }
    if (principal.kind !== 'developer') {
      iam.authorize(
        principal,
        { action: 'sts:AssumeRole', resource: roleArn },
        { errorCode: 'AccessDenied' },
      );
      const name = callerArn(principal, iam.accountId);
      const account = [iam.accountId, `arn:aws:iam::${iam.accountId}:root`];
      const own = principal.kind === 'role' ? [principal.roleArn, name] : [];
      iam.assertTrusted(roleArn, {
        action: 'sts:AssumeRole',
        caller: { aws: [...own, ...account], account },
        name,
      });
    }
    const policy = input['Policy'];
    const credentials = iam.issueCredentials(
      {
        kind: 'role',
        roleArn,
        sessionName,
        ...(policy === undefined ? {} : { sessionPolicies: [policy] }),
      },
      seconds,
    );
    return {
      Credentials: {
        AccessKeyId: credentials.accessKeyId,
        SecretAccessKey: credentials.secretAccessKey,
        SessionToken: credentials.sessionToken,
        Expiration: new Date(credentials.expiration).toISOString(),
      },
      AssumedRoleUser: {
        AssumedRoleId: `${iam.roles.byArn(roleArn)?.id}:${sessionName}`,
        Arn: sessionArn(roleArn, sessionName, iam.accountId),
      },
    };
  };
}

function required(value: string | undefined, name: string, pattern: RegExp): string {
  if (value === undefined || !pattern.test(value)) throw invalid(name, value);
  return value;
}

function invalid(name: string, value?: string): AwsError {
  const shown = value === undefined ? 'null' : value;
  return new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${shown}' at '${name}' failed to satisfy constraint`,
  );
}
