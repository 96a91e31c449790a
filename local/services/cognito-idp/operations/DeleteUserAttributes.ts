import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { checkRequired, checkWritable } from '../attributes/validateAttributes.ts';
import { userOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { saveUser } from '../users.ts';

interface Input {
  readonly AccessToken?: string;
  readonly UserAttributeNames?: readonly string[];
}

/** The signed-in user removes attributes; required and immutable ones stay. */
export function DeleteUserAttributes(idp: Idp): Operation<Input> {
  return userOperation<Input>(idp, ({ pool, client, user }, input) => {
    const names = input.UserAttributeNames ?? [];
    checkWritable(client, names);
    for (const name of names) {
      const schema = pool.schema.get(name);
      if (!schema) {
        throw new AwsError(
          'InvalidParameterException',
          `Attributes did not conform to the schema: ${name}: Attribute does not exist in the schema.\n`,
        );
      }
      if (!schema.mutable && user.attributes[name] !== undefined) {
        throw new AwsError('InvalidParameterException', `user.${name}: Attribute cannot be updated.\n`);
      }
    }
    const gone = new Set(names.flatMap((name) => [name, `${name}_verified`]));
    const attributes = Object.fromEntries(
      Object.entries(user.attributes).filter(([name]) => !gone.has(name)),
    );
    checkRequired(pool, attributes);
    saveUser(idp, pool, user, { attributes });
    return {};
  });
}
