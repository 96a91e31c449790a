import type { Operation } from '../../../core/service.ts';
import { checkLimit, countAttempt } from '../auth/limits.ts';
import { checkPassword, hashPassword, isPassword } from '../auth/passwords.ts';
import { incorrectPassword } from '../auth/unknownUser.ts';
import { userOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { saveUser } from '../users.ts';

interface Input {
  readonly AccessToken?: string;
  readonly PreviousPassword?: string;
  readonly ProposedPassword?: string;
}

/** The signed-in user changes their password. Sessions stay. */
export function ChangePassword(idp: Idp): Operation<Input> {
  return userOperation<Input>(idp, ({ pool, user }, input) => {
    const previous = requireText(input as Record<string, unknown>, 'PreviousPassword');
    const proposed = requireText(input as Record<string, unknown>, 'ProposedPassword');
    checkLimit(idp, pool, user.username, 'change-password');
    if (!isPassword(pool, user, previous)) {
      countAttempt(idp, pool, user.username, 'change-password');
      throw incorrectPassword();
    }
    checkPassword(pool, proposed);
    saveUser(idp, pool, user, hashPassword(pool, user.username, proposed));
    return {};
  });
}
