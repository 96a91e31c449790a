import type { Operation } from '../../../core/service.ts';
import { poolOperation } from '../define.ts';
import { presentGroup, requireGroup } from '../groups.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';

interface Input {
  readonly UserPoolId?: string;
  readonly GroupName?: string;
}

/** One group. */
export function GetGroup(idp: Idp): Operation<Input> {
  return poolOperation<Input>(idp, 'GetGroup', (pool, input) => {
    const name = requireText(input as Record<string, unknown>, 'GroupName');
    return { Group: presentGroup(requireGroup(idp, pool, name)) };
  });
}
