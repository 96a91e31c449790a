import type { Operation } from '../../../core/service.ts';
import { presentUser } from '../attributes/present.ts';
import { poolOperation } from '../define.ts';
import { requireGroup } from '../groups.ts';
import type { Idp } from '../idp.ts';
import { pageToken, readLimit, readPageToken, requireText } from '../input.ts';
import { page } from '../page.ts';
import type { User } from '../store/users.ts';

interface Input {
  readonly UserPoolId?: string;
  readonly GroupName?: string;
  readonly Limit?: number;
  readonly NextToken?: string;
}

/** The users of a group, in the order of their names. */
export function ListUsersInGroup(idp: Idp): Operation<Input> {
  return poolOperation<Input>(idp, 'ListUsersInGroup', (pool, input) => {
    const group = requireGroup(idp, pool, requireText(input as Record<string, unknown>, 'GroupName'));
    const names = idp.store.groups.usernames(pool.id, group.name);
    const { rows, next } = page(
      names,
      (name) => name,
      readPageToken(input.NextToken),
      readLimit(input.Limit),
    );
    const users = rows.map((name) => idp.store.users.byUsername(pool.id, name) as User);
    return { Users: users.map(presentUser), ...(next !== undefined && { NextToken: pageToken(next) }) };
  });
}
