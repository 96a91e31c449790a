import { LocalCloudError } from '../../../core/errors.ts';
import type { Principal } from '../../../core/principal.ts';

/** The session in which AppSync calls a data source: its service role, never AppSync's own power. */
export function dataSourcePrincipal(name: string, roleArn: string | undefined): Principal {
  if (!roleArn) {
    throw new LocalCloudError(
      'MissingServiceRole',
      `The data source ${name} has no ServiceRoleArn.`,
      'Give the data source a role, as AppSync demands for this type.',
    );
  }
  return { kind: 'role', roleArn, sessionName: 'APPSYNC_ASSUME_ROLE' };
}
