import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { checkSecretHash } from '../auth/secretHash.ts';
import { unknownAtConfirmation } from '../auth/unknownUser.ts';
import { clientOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { signUpAttribute } from '../messages/channels.ts';
import { checkCode, consumeCode } from '../messages/useCode.ts';
import type { UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { postConfirmation } from '../triggers/postConfirmation.ts';
import { checkAliasFree, findUser, saveUser, takenAlias } from '../users.ts';

interface Input {
  readonly ClientId?: string;
  readonly SecretHash?: string;
  readonly Username?: string;
  readonly ConfirmationCode?: string;
  readonly ForceAliasCreation?: boolean;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** Confirms a sign-up with the code that was sent; the attribute it was sent to counts as verified. */
export function ConfirmSignUp(idp: Idp): Operation<Input> {
  return clientOperation<Input>(idp, async (pool, client, input) => {
    const name = requireText(input as Record<string, unknown>, 'Username');
    const code = requireText(input as Record<string, unknown>, 'ConfirmationCode');
    checkSecretHash(client, [name], input.SecretHash);
    const user = findUser(idp, pool, name);
    if (!user) {
      if (!client.preventUserExistenceErrors) throw unknownAtConfirmation();
      throw new AwsError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
    }
    if (!user.enabled) throw new AwsError('NotAuthorizedException', 'User is disabled.');
    if (user.status !== 'UNCONFIRMED') {
      throw new AwsError(
        'NotAuthorizedException',
        `User cannot be confirmed. Current status is ${user.status}`,
      );
    }
    checkCode(idp, pool, user.username, 'sign-up', code);
    const confirmed = idp.store.transaction(() => {
      const attribute = signUpAttribute(pool, user);
      const proved = attribute ? { [attribute]: user.attributes[attribute] as string } : {};
      if (input.ForceAliasCreation) takeAlias(idp, pool, proved, user);
      checkAliasFree(idp, pool, proved, user.username);
      consumeCode(idp, pool, user.username, 'sign-up');
      const verified = attribute ? { [`${attribute}_verified`]: 'true' } : {};
      return saveUser(idp, pool, user, {
        status: 'CONFIRMED',
        attributes: { ...user.attributes, ...verified },
      });
    });
    await postConfirmation(idp, pool, confirmed, {
      source: 'PostConfirmation_ConfirmSignUp',
      clientId: client.id,
      clientMetadata: input.ClientMetadata,
    });
    return {};
  });
}

/** The address moves from the user who had it as alias: there it counts as unverified from now on. */
function takeAlias(idp: Idp, pool: UserPool, proved: Readonly<Record<string, string>>, user: User): void {
  const taken = takenAlias(idp, pool, proved, user.username);
  if (!taken || !pool.aliasAttributes.includes(taken.attribute)) return;
  saveUser(idp, pool, taken.owner, {
    attributes: { ...taken.owner.attributes, [`${taken.attribute}_verified`]: 'false' },
  });
}
