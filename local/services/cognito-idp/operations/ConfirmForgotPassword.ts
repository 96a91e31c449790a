import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { clearFailedSignIns } from '../auth/limits.ts';
import { checkPassword, hashPassword } from '../auth/passwords.ts';
import { checkSecretHash } from '../auth/secretHash.ts';
import { unknownAtConfirmation } from '../auth/unknownUser.ts';
import { clientOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { checkCode, consumeCode } from '../messages/useCode.ts';
import { postConfirmation } from '../triggers/postConfirmation.ts';
import { findUser, saveUser } from '../users.ts';

interface Input {
  readonly ClientId?: string;
  readonly SecretHash?: string;
  readonly Username?: string;
  readonly ConfirmationCode?: string;
  readonly Password?: string;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** Sets a new password with the code of ForgotPassword. A password that the policy refuses leaves the code usable. */
export function ConfirmForgotPassword(idp: Idp): Operation<Input> {
  return clientOperation<Input>(idp, async (pool, client, input) => {
    const name = requireText(input as Record<string, unknown>, 'Username');
    const code = requireText(input as Record<string, unknown>, 'ConfirmationCode');
    checkSecretHash(client, [name], input.SecretHash);
    checkPassword(pool, input.Password);
    const user = findUser(idp, pool, name);
    if (!user || (!user.enabled && client.preventUserExistenceErrors)) {
      if (!client.preventUserExistenceErrors) throw unknownAtConfirmation();
      throw new AwsError('CodeMismatchException', 'Invalid verification code provided, please try again.');
    }
    if (!user.enabled) throw new AwsError('NotAuthorizedException', 'User is disabled.');
    checkCode(idp, pool, user.username, 'forgot-password', code);
    const password = input.Password;
    const changed = idp.store.transaction(() => {
      consumeCode(idp, pool, user.username, 'forgot-password');
      clearFailedSignIns(idp, pool, user.username);
      return saveUser(idp, pool, user, {
        ...hashPassword(pool, user.username, password),
        status: 'CONFIRMED',
        temporaryUntil: undefined,
      });
    });
    await postConfirmation(idp, pool, changed, {
      source: 'PostConfirmation_ConfirmForgotPassword',
      clientId: client.id,
      clientMetadata: input.ClientMetadata,
    });
    return {};
  });
}
