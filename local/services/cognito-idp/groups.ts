import { AwsError } from '../../core/errors.ts';
import type { Idp } from './idp.ts';
import type { UserPool } from './pool.ts';
import type { Group } from './store/groups.ts';

/** Throws ResourceNotFoundException. */
export function requireGroup(idp: Idp, pool: UserPool, name: string): Group {
  const group = idp.store.groups.find(pool.id, name);
  if (!group) throw new AwsError('ResourceNotFoundException', 'Group not found.');
  return group;
}

/** A group as the wire shows it. */
export function presentGroup(group: Group): Record<string, unknown> {
  return {
    GroupName: group.name,
    UserPoolId: group.poolId,
    ...(group.description !== undefined && { Description: group.description }),
    ...(group.roleArn !== undefined && { RoleArn: group.roleArn }),
    ...(group.precedence !== undefined && { Precedence: group.precedence }),
    LastModifiedDate: group.modified / 1000,
    CreationDate: group.created / 1000,
  };
}
