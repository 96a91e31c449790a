import type { Operation } from '../../../core/service.ts';
import { poolOperation } from '../define.ts';
import { requireGroup } from '../groups.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';

interface Input {
  readonly UserPoolId?: string;
  readonly GroupName?: string;
}

/** Deletes a group; its users stay. */
export function DeleteGroup(idp: Idp): Operation<Input> {
  return poolOperation<Input>(idp, 'DeleteGroup', (pool, input) => {
    const group = requireGroup(idp, pool, requireText(input as Record<string, unknown>, 'GroupName'));
    idp.store.groups.delete(pool.id, group.name);
    return {};
  });
}
