import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { checkRequired } from '../attributes/validateAttributes.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import type { Idp } from '../idp.ts';
import { saveUser } from '../users.ts';

interface Input extends PoolUserInput {
  readonly UserAttributeNames?: readonly string[];
}

/** Removes attributes of a user; required and immutable ones stay. */
export function AdminDeleteUserAttributes(idp: Idp): Operation<Input> {
  return poolUserOperation<Input>(idp, 'AdminDeleteUserAttributes', (pool, user, input) => {
    const gone = new Set((input.UserAttributeNames ?? []).flatMap((name) => [name, `${name}_verified`]));
    for (const name of gone) {
      if (pool.schema.get(name)?.mutable === false && user.attributes[name] !== undefined) {
        throw new AwsError('InvalidParameterException', `user.${name}: Attribute cannot be updated.\n`);
      }
    }
    const kept = Object.entries(user.attributes).filter(([name]) => !gone.has(name));
    const attributes = Object.fromEntries(kept);
    checkRequired(pool, attributes);
    saveUser(idp, pool, user, { attributes });
    return {};
  });
}
