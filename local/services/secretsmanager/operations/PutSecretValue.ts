import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import type { SecretStore } from '../store.ts';

interface Input {
  SecretId: string;
  ClientRequestToken?: string;
  SecretString?: string;
  SecretBinary?: string;
  VersionStages?: string[];
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html */
export function putSecretValue(store: SecretStore): Operation<Input> {
  return {
    authorize: (input) => [
      { action: 'secretsmanager:PutSecretValue', resource: store.arnOf(input.SecretId) },
    ],
    run(input) {
      const secret = store.get(input.SecretId);
      if ((input.SecretString === undefined) === (input.SecretBinary === undefined)) {
        throw new AwsError(
          'InvalidParameterException',
          'You must provide either SecretString or SecretBinary, and not both.',
        );
      }
      const value = { string: input.SecretString, binary: input.SecretBinary };
      const token = input.ClientRequestToken;
      const existing = secret.versions.find((version) => version.id === token);
      if (existing && (existing.string !== value.string || existing.binary !== value.binary)) {
        throw new AwsError(
          'ResourceExistsException',
          `A resource with the ID you requested already exists: the version ${token} has another value.`,
        );
      }
      const version = existing ?? store.putVersion(secret, value, { id: token, stages: input.VersionStages });
      return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: version.stages };
    },
  };
}
