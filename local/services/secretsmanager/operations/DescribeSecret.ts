import type { Operation } from '../../../core/service.ts';
import { describe } from '../describe.ts';
import type { SecretStore } from '../store.ts';

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html */
export function describeSecret(store: SecretStore): Operation<{ SecretId: string }> {
  return {
    authorize: (input) => [
      { action: 'secretsmanager:DescribeSecret', resource: store.arnOf(input.SecretId) },
    ],
    run: (input) => describe(store.get(input.SecretId), 'VersionIdsToStages'),
  };
}
