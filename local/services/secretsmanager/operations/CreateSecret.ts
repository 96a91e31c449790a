import type { CloudContext } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import type { SecretStore } from '../store.ts';

interface Input {
  Name: string;
  ClientRequestToken?: string;
  Description?: string;
  KmsKeyId?: string;
  SecretString?: string;
  SecretBinary?: string;
  Tags?: { Key: string; Value: string }[];
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html */
export function createSecret(cloud: CloudContext, store: SecretStore): Operation<Input> {
  const prefix = `arn:aws:secretsmanager:${cloud.region}:${cloud.accountId}:secret:`;
  return {
    authorize: (input) => [{ action: 'secretsmanager:CreateSecret', resource: `${prefix}${input.Name}` }],
    run(input) {
      if (!/^[A-Za-z0-9/_+=.@!-]{1,512}$/.test(input.Name ?? '')) {
        throw new AwsError(
          'ValidationException',
          'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
        );
      }
      const secret = store.create({
        name: input.Name,
        description: input.Description,
        kmsKeyId: input.KmsKeyId,
        tags: input.Tags ?? [],
      });
      const answer = { ARN: secret.arn, Name: secret.name };
      if (input.SecretString === undefined && input.SecretBinary === undefined) return answer;
      const version = store.putVersion(
        secret,
        { string: input.SecretString, binary: input.SecretBinary },
        { id: input.ClientRequestToken },
      );
      return { ...answer, VersionId: version.id };
    },
  };
}
