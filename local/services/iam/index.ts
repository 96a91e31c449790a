import type { AwsService } from '../../core/service.ts';
import type { Iam } from '../../iam/create-iam.ts';

/** IAM as a service: it provides roles and policies; nothing talks to it over the wire. */
export function createIamService(iam: Iam): AwsService {
  return {
    id: 'iam',
    signingName: 'iam',
    protocol: { kind: 'http' },
    operations: {},
    resources: iam.resources,
    inspect: () =>
      Promise.resolve(
        iam.roles.list().map(({ arn, name, definition }) => ({
          arn,
          name,
          managedPolicyArns: definition.managedPolicyArns,
          inlinePolicies: Object.fromEntries(definition.inline),
          trust: definition.trust,
        })),
      ),
  };
}
