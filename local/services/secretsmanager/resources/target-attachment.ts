import type { CloudContext } from '../../../core/context.ts';
import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import type { AwsService } from '../../../core/service.ts';
import type { SecretStore } from '../store.ts';

interface Properties {
  SecretId: string;
  TargetId: string;
  TargetType: string;
}

/** What a database service tells about a cluster or an instance, as rotation functions expect it in a secret. */
export interface AttachmentTargets extends AwsService {
  connectionMembers(targetType: string, targetId: string): Record<string, string | number>;
}

/** `AWS::SecretsManager::SecretTargetAttachment`: writes how to connect into the secret's JSON. */
export function targetAttachmentResource(
  cloud: CloudContext,
  store: SecretStore,
): ResourceHandler<Properties> {
  return {
    types: ['AWS::SecretsManager::SecretTargetAttachment'],
    covers: { honoured: ['SecretId', 'TargetId', 'TargetType'] },
    apply({ properties }) {
      if (!properties.TargetType.startsWith('AWS::RDS::')) {
        throw notCovered(`a SecretTargetAttachment to ${properties.TargetType}`);
      }
      const secret = store.get(properties.SecretId);
      const databases = cloud.service<AttachmentTargets>('rds-data');
      const members = databases.connectionMembers(properties.TargetType, properties.TargetId);
      const current = store.currentString(secret.arn);
      const string = JSON.stringify({ ...(JSON.parse(current) as object), ...members });
      if (string !== current) store.putVersion(secret, { string });
      return { ref: secret.arn, attributes: { Id: secret.arn } };
    },
  };
}
