import type { Operation } from '../../../core/service.ts';
import { clearFailedSignIns } from '../auth/limits.ts';
import { checkPassword, hashPassword } from '../auth/passwords.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { saveUser } from '../users.ts';

interface Input extends PoolUserInput {
  readonly Password?: string;
  readonly Permanent?: boolean;
}

/** Sets a password: a permanent one confirms the user, a temporary one must be changed at the next sign-in. */
export function AdminSetUserPassword(idp: Idp): Operation<Input> {
  return poolUserOperation<Input>(idp, 'AdminSetUserPassword', (pool, user, input) => {
    const password = requireText(input as Record<string, unknown>, 'Password');
    checkPassword(pool, password);
    const days = pool.passwordPolicy.temporaryPasswordValidityDays;
    idp.store.transaction(() => {
      clearFailedSignIns(idp, pool, user.username);
      saveUser(idp, pool, user, {
        ...hashPassword(pool, user.username, password),
        status: input.Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
        temporaryUntil: input.Permanent ? undefined : idp.cloud.clock.now() + days * 86_400_000,
      });
    });
    return {};
  });
}
