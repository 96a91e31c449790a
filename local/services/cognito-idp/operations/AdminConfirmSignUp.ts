import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import type { Idp } from '../idp.ts';
import { postConfirmation } from '../triggers/postConfirmation.ts';
import { saveUser } from '../users.ts';
import { NO_CLIENT } from '../triggers/invoke.ts';

interface Input extends PoolUserInput {
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** Confirms a sign-up without a code. Addresses stay unverified. */
export function AdminConfirmSignUp(idp: Idp): Operation<Input> {
  return poolUserOperation<Input>(idp, 'AdminConfirmSignUp', async (pool, user, input) => {
    if (user.status !== 'UNCONFIRMED') {
      throw new AwsError(
        'NotAuthorizedException',
        `User cannot be confirmed. Current status is ${user.status}`,
      );
    }
    const confirmed = idp.store.transaction(() => {
      idp.store.codes.delete(pool.id, user.username, 'sign-up');
      return saveUser(idp, pool, user, { status: 'CONFIRMED' });
    });
    await postConfirmation(idp, pool, confirmed, {
      source: 'PostConfirmation_ConfirmSignUp',
      clientId: NO_CLIENT,
      clientMetadata: input.ClientMetadata,
    });
    return {};
  });
}
