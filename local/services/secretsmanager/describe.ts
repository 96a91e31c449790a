import type { Secret } from './store.ts';

/** A secret without its value; `DescribeSecret` and `ListSecrets` name the versions' member differently. */
export function describe(
  secret: Secret,
  versionsMember: 'VersionIdsToStages' | 'SecretVersionsToStages',
): Record<string, unknown> {
  return {
    ARN: secret.arn,
    Name: secret.name,
    ...(secret.description === undefined ? {} : { Description: secret.description }),
    ...(secret.kmsKeyId === undefined ? {} : { KmsKeyId: secret.kmsKeyId }),
    ...(secret.deletedDate === undefined ? {} : { DeletedDate: secret.deletedDate }),
    CreatedDate: secret.createdDate,
    LastChangedDate: secret.lastChangedDate,
    Tags: secret.tags,
    [versionsMember]: Object.fromEntries(secret.versions.map((version) => [version.id, version.stages])),
  };
}
