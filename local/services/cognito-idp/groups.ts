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

/** One page of rows that are in the order of their keys. */
export function page<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  after: string,
  limit: number,
): { rows: Row[]; next?: string } {
  const from = after === '' ? 0 : rows.findIndex((row) => keyOf(row) > after);
  const rest = from === -1 ? [] : rows.slice(from);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rest.length > limit && last !== undefined ? keyOf(last) : undefined };
}
