import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { poolUserOperation } from '../define.ts';
import type { PoolUserInput } from '../define.ts';
import type { Idp } from '../idp.ts';
import { recoveryAttribute } from '../messages/channels.ts';
import { sendCode } from '../messages/sendCode.ts';
import { saveUser } from '../users.ts';
import { NO_CLIENT } from '../triggers/invoke.ts';

interface Input extends PoolUserInput {
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** Makes a user's password useless and sends the code with which they choose a new one. */
export function AdminResetUserPassword(idp: Idp): Operation<Input> {
  return poolUserOperation<Input>(idp, 'AdminResetUserPassword', async (pool, user, input) => {
    if (user.status !== 'CONFIRMED' && user.status !== 'RESET_REQUIRED') {
      throw new AwsError('NotAuthorizedException', 'User password cannot be reset in the current state.');
    }
    const attribute = recoveryAttribute(pool, user);
    const changed = saveUser(idp, pool, user, { status: 'RESET_REQUIRED' });
    await sendCode(idp, pool, changed, {
      purpose: 'forgot-password',
      source: 'CustomMessage_ForgotPassword',
      attribute,
      clientId: NO_CLIENT,
      clientMetadata: input.ClientMetadata,
    });
    return {};
  });
}
