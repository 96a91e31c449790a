import type { Operation } from '../../../core/service.ts';
import { userOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { checkCode, consumeCode } from '../messages/useCode.ts';
import { checkAliasFree, saveUser } from '../users.ts';

interface Input {
  readonly AccessToken?: string;
  readonly AttributeName?: string;
  readonly Code?: string;
}

/** Proves an address with the code that was sent there; a change that waited for it takes effect. */
export function VerifyUserAttribute(idp: Idp): Operation<Input> {
  return userOperation<Input>(idp, ({ pool, user }, input) => {
    const attribute = requireText(input as Record<string, unknown>, 'AttributeName');
    const given = requireText(input as Record<string, unknown>, 'Code');
    const purpose = `verify:${attribute}` as const;
    const code = checkCode(idp, pool, user.username, purpose, given);
    const value = code.value ?? (user.attributes[attribute] as string);
    idp.store.transaction(() => {
      checkAliasFree(idp, pool, { [attribute]: value }, user.username);
      consumeCode(idp, pool, user.username, purpose);
      saveUser(idp, pool, user, {
        attributes: { ...user.attributes, [attribute]: value, [`${attribute}_verified`]: 'true' },
      });
    });
    return {};
  });
}
