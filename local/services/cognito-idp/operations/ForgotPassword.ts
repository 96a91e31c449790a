import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { checkLimit, countAttempt } from '../auth/limits.ts';
import { checkSecretHash } from '../auth/secretHash.ts';
import { unknownAtConfirmation } from '../auth/unknownUser.ts';
import { clientOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { recoveryAttribute, simulatedDelivery } from '../messages/channels.ts';
import { sendCode } from '../messages/sendCode.ts';
import { foldName } from '../pool.ts';
import { findUser } from '../users.ts';

interface Input {
  readonly ClientId?: string;
  readonly SecretHash?: string;
  readonly Username?: string;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/**
 * Sends a code with which a person chooses a new password. A client that hides who exists gets the same kind of
 * answer for a user who is missing, disabled or can't be reached.
 */
export function ForgotPassword(idp: Idp): Operation<Input> {
  return clientOperation<Input>(idp, async (pool, client, input) => {
    const name = requireText(input as Record<string, unknown>, 'Username');
    checkSecretHash(client, [name], input.SecretHash);
    const user = findUser(idp, pool, name);
    const who = user?.username ?? foldName(pool, name);
    checkLimit(idp, pool, who, 'forgot-password');
    countAttempt(idp, pool, who, 'forgot-password');
    const hide = client.preventUserExistenceErrors;
    if (!user || (!user.enabled && hide)) {
      if (!hide) throw unknownAtConfirmation();
      return { CodeDeliveryDetails: simulatedDelivery(pool, name) };
    }
    if (!user.enabled) throw new AwsError('NotAuthorizedException', 'User is disabled.');
    if (user.status === 'FORCE_CHANGE_PASSWORD') {
      throw new AwsError('NotAuthorizedException', 'User password cannot be reset in the current state.');
    }
    let attribute: string;
    try {
      attribute = recoveryAttribute(pool, user);
    } catch (error) {
      if (hide && error instanceof AwsError && error.code === 'InvalidParameterException') {
        return { CodeDeliveryDetails: simulatedDelivery(pool, name) };
      }
      throw error;
    }
    const CodeDeliveryDetails = await sendCode(idp, pool, user, {
      purpose: 'forgot-password',
      source: 'CustomMessage_ForgotPassword',
      attribute,
      clientId: client.id,
      clientMetadata: input.ClientMetadata,
    });
    return { CodeDeliveryDetails };
  });
}
