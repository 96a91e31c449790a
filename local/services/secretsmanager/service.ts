import type { CloudContext } from '../../core/context.ts';
import type { AwsService } from '../../core/service.ts';
import { createSecret } from './operations/CreateSecret.ts';
import { deleteSecret } from './operations/DeleteSecret.ts';
import { describeSecret } from './operations/DescribeSecret.ts';
import { getRandomPassword } from './operations/GetRandomPassword.ts';
import { getSecretValue } from './operations/GetSecretValue.ts';
import { listSecrets } from './operations/ListSecrets.ts';
import { putSecretValue } from './operations/PutSecretValue.ts';
import { inertResources } from './resources/inert.ts';
import { secretResource } from './resources/secret.ts';
import { targetAttachmentResource } from './resources/target-attachment.ts';
import { createSecretStore, type SecretStore } from './store.ts';

/** What Secrets Manager offers to other services beside its wire operations. */
export interface SecretsManager extends AwsService {
  readonly store: SecretStore;
}

/** AWS Secrets Manager: secrets that survive restarts, generated once. */
export function createSecretsManager(cloud: CloudContext): SecretsManager {
  const store = createSecretStore(cloud);
  return {
    id: 'secretsmanager',
    signingName: 'secretsmanager',
    protocol: { kind: 'json', version: '1.1', targetPrefix: 'secretsmanager' },
    store,
    operations: {
      CreateSecret: createSecret(cloud, store),
      DeleteSecret: deleteSecret(cloud, store),
      DescribeSecret: describeSecret(store),
      GetRandomPassword: getRandomPassword(),
      GetSecretValue: getSecretValue(store),
      ListSecrets: listSecrets(store),
      PutSecretValue: putSecretValue(store),
    },
    resources: [secretResource(store), targetAttachmentResource(cloud, store), inertResources()],
    async reset() {
      // Secrets made by the template are configuration: databases were made with their passwords.
      for (const secret of store.list()) if (!secret.definition) store.remove(secret);
    },
    async inspect() {
      return store.list().map(({ versions: _values, ...secret }) => secret);
    },
  };
}
