import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import type { Federation } from '../federation.ts';
import { requireText } from '../input.ts';

interface Input {
  readonly IdentityId?: string;
}

/** When an identity was made, and which provider it belongs to. */
export function DescribeIdentity({ cloud, store }: Federation): Operation<Input> {
  const find = (input: Input) => store.find(requireText(input as Record<string, unknown>, 'IdentityId'));
  return {
    authorize(input) {
      const poolId = find(input)?.poolId ?? '*';
      const resource = `arn:aws:cognito-identity:${cloud.region}:${cloud.accountId}:identitypool/${poolId}`;
      return [{ action: 'cognito-identity:DescribeIdentity', resource }];
    },
    run(input) {
      const identity = find(input);
      if (!identity) {
        throw new AwsError('ResourceNotFoundException', `Identity '${input.IdentityId}' not found.`);
      }
      return {
        IdentityId: identity.id,
        ...(identity.login && { Logins: [identity.login.provider] }),
        CreationDate: identity.created / 1000,
        LastModifiedDate: identity.modified / 1000,
      };
    },
  };
}
