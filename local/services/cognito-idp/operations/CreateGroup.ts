import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { poolOperation } from '../define.ts';
import { presentGroup } from '../groups.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';

interface Input {
  readonly UserPoolId?: string;
  readonly GroupName?: string;
  readonly Description?: string;
  readonly RoleArn?: string;
  readonly Precedence?: number;
}

/** Creates a group. Throws GroupExistsException. */
export function CreateGroup(idp: Idp): Operation<Input> {
  return poolOperation<Input>(idp, 'CreateGroup', (pool, input) => {
    const name = requireText(input as Record<string, unknown>, 'GroupName');
    if (idp.store.groups.find(pool.id, name)) {
      throw new AwsError('GroupExistsException', 'A group with the name already exists.');
    }
    if (input.Precedence !== undefined && !(Number.isInteger(input.Precedence) && input.Precedence >= 0)) {
      throw new AwsError(
        'InvalidParameterException',
        `1 validation error detected: Value '${input.Precedence}' at 'precedence' failed to satisfy constraint: Member must have value greater than or equal to 0`,
      );
    }
    const now = idp.cloud.clock.now();
    const group = {
      poolId: pool.id,
      name,
      description: input.Description,
      roleArn: input.RoleArn,
      precedence: input.Precedence,
      created: now,
      modified: now,
    };
    idp.store.groups.save(group);
    return { Group: presentGroup(group) };
  });
}
