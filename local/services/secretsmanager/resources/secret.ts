import { LocalCloudError } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import { randomPassword, type PasswordOptions } from '../password.ts';
import type { Secret, SecretStore } from '../store.ts';

interface Properties {
  Name?: string;
  Description?: string;
  KmsKeyId?: string;
  SecretString?: string;
  GenerateSecretString?: PasswordOptions & { SecretStringTemplate?: string; GenerateStringKey?: string };
  Tags?: { Key: string; Value: string }[];
}

/** `AWS::SecretsManager::Secret`: a value is generated once, and again only when its definition changes. */
export function secretResource(store: SecretStore): ResourceHandler<Properties> {
  return {
    types: ['AWS::SecretsManager::Secret'],
    covers: {
      honoured: ['Name', 'Description', 'KmsKeyId', 'SecretString', 'GenerateSecretString', 'Tags'],
      withoutEffect: { 'there is one region': ['ReplicaRegions'] },
    },
    apply({ address, logicalId, properties }) {
      const name = properties.Name ?? `${logicalId}-${stableId(address, 12)}`;
      const definition = JSON.stringify([properties.SecretString, properties.GenerateSecretString]);
      const common = {
        description: properties.Description,
        kmsKeyId: properties.KmsKeyId,
        tags: properties.Tags ?? [],
      };
      const existing = store.find(name);
      const secret: Secret = existing ?? store.create({ name, ...common, definition }, address);
      if (!existing || existing.definition !== definition) {
        const string = valueOf(properties);
        if (string !== undefined) store.putVersion(secret, { string });
      }
      Object.assign(secret, common, { definition, deletedDate: undefined });
      store.save();
      return { ref: secret.arn, attributes: { Id: secret.arn } };
    },
    remove({ previousOutput }) {
      const secret = previousOutput && store.find(previousOutput.ref);
      if (secret) store.remove(secret);
    },
  };
}

function valueOf(properties: Properties): string | undefined {
  const generate = properties.GenerateSecretString;
  if (!generate) return properties.SecretString;
  const password = randomPassword(generate);
  if (!generate.GenerateStringKey) return password;
  try {
    const template = JSON.parse(generate.SecretStringTemplate ?? '{}') as Record<string, unknown>;
    return JSON.stringify({ ...template, [generate.GenerateStringKey]: password });
  } catch (cause) {
    throw new LocalCloudError(
      'InvalidTemplate',
      'SecretStringTemplate of an AWS::SecretsManager::Secret is not JSON.',
      'Correct GenerateSecretString.SecretStringTemplate; CloudFormation refuses it too.',
      cause,
    );
  }
}
