import type { Operation } from '../../../core/service.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import { requireGroup } from '../groups.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';

interface Input extends PoolUserInput {
  readonly GroupName?: string;
}

/** Puts a user into a group. Tokens say so from the next sign-in or refresh on. */
export function AdminAddUserToGroup(idp: Idp): Operation<Input> {
  return poolUserOperation<Input>(idp, 'AdminAddUserToGroup', (pool, user, input) => {
    const group = requireGroup(idp, pool, requireText(input as Record<string, unknown>, 'GroupName'));
    idp.store.groups.add(pool.id, group.name, user.username);
    return {};
  });
}
