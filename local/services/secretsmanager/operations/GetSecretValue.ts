import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import type { SecretStore } from '../store.ts';

interface Input {
  SecretId: string;
  VersionId?: string;
  VersionStage?: string;
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
export function getSecretValue(store: SecretStore): Operation<Input> {
  return {
    authorize: (input) => [
      { action: 'secretsmanager:GetSecretValue', resource: store.arnOf(input.SecretId) },
    ],
    run(input) {
      const secret = store.get(input.SecretId);
      if (secret.deletedDate !== undefined) {
        throw new AwsError(
          'InvalidRequestException',
          "You can't perform this operation on the secret because it was marked for deletion.",
        );
      }
      const version = store.version(secret, { id: input.VersionId, stage: input.VersionStage });
      return {
        ARN: secret.arn,
        Name: secret.name,
        VersionId: version.id,
        VersionStages: version.stages,
        CreatedDate: version.createdDate,
        ...(version.string === undefined ? {} : { SecretString: version.string }),
        ...(version.binary === undefined ? {} : { SecretBinary: version.binary }),
      };
    },
  };
}
