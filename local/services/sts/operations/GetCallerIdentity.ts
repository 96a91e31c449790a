import { AwsError } from '../../../core/errors.ts';
import type { QueryOperation } from '../../../gateway/query-protocol.ts';
import { callerArn } from '../../../iam/access-denied.ts';
import type { Iam } from '../../../iam/create-iam.ts';

/** Who signed the request. Needs no permission. */
export function getCallerIdentity(iam: Iam): QueryOperation {
  return (_input, { principal }) => {
    if (principal.kind === 'anonymous') {
      throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', {
        statusCode: 403,
      });
    }
    const arn = callerArn(principal, iam.accountId);
    const userId =
      principal.kind === 'role'
        ? `${iam.roles.byArn(principal.roleArn)?.id}:${principal.sessionName}`
        : iam.developerCredentials.accessKeyId;
    return { Arn: arn, UserId: userId, Account: iam.accountId };
  };
}
