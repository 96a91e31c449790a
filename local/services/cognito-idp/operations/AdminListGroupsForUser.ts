import type { Operation } from '../../../core/service.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import { presentGroup } from '../groups.ts';
import type { Idp } from '../idp.ts';
import { pageToken, readLimit, readPageToken } from '../input.ts';
import { page } from '../page.ts';

interface Input extends PoolUserInput {
  readonly Limit?: number;
  readonly NextToken?: string;
}

/** The groups of a user, in the order of their names. */
export function AdminListGroupsForUser(idp: Idp): Operation<Input> {
  return poolUserOperation<Input>(idp, 'AdminListGroupsForUser', (pool, user, input) => {
    const groups = idp.store.groups.ofUser(pool.id, user.username);
    groups.sort((a, b) => (a.name < b.name ? -1 : 1));
    const after = readPageToken(input.NextToken);
    const { rows, next } = page(groups, (group) => group.name, after, readLimit(input.Limit));
    return { Groups: rows.map(presentGroup), ...(next !== undefined && { NextToken: pageToken(next) }) };
  });
}
