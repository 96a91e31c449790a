import type { ResourceHandler } from '../../../core/resource.ts';

/**
 * Rotation never falls due while somebody develops. A resource policy only widens who may read a secret from another
 * account or narrows it by deny; roles of the assembly are checked by their own policies.
 */
export function inertResources(): ResourceHandler<{ SecretId: string }> {
  return {
    types: ['AWS::SecretsManager::RotationSchedule', 'AWS::SecretsManager::ResourcePolicy'],
    apply: ({ properties }) => ({ ref: properties.SecretId, attributes: { Id: properties.SecretId } }),
  };
}
