import type { CloudContext } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import type { SecretStore } from '../store.ts';

interface Input {
  SecretId: string;
  RecoveryWindowInDays?: number;
  ForceDeleteWithoutRecovery?: boolean;
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html */
export function deleteSecret(cloud: CloudContext, store: SecretStore): Operation<Input> {
  return {
    authorize: (input) => [{ action: 'secretsmanager:DeleteSecret', resource: store.arnOf(input.SecretId) }],
    run(input) {
      const days = input.RecoveryWindowInDays;
      if (days !== undefined && input.ForceDeleteWithoutRecovery) {
        throw new AwsError(
          'InvalidParameterException',
          "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
        );
      }
      if (days !== undefined && (days < 7 || days > 30)) {
        throw new AwsError(
          'InvalidParameterException',
          'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).',
        );
      }
      const secret = store.get(input.SecretId);
      const now = cloud.clock.now() / 1000;
      if (input.ForceDeleteWithoutRecovery) {
        store.remove(secret);
        return { ARN: secret.arn, Name: secret.name, DeletionDate: now };
      }
      secret.deletedDate = now;
      store.save();
      return { ARN: secret.arn, Name: secret.name, DeletionDate: now + (days ?? 30) * 86_400 };
    },
  };
}
