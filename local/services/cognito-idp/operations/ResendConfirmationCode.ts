import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { checkLimit, countAttempt } from '../auth/limits.ts';
import { checkSecretHash } from '../auth/secretHash.ts';
import { unknownAtConfirmation } from '../auth/unknownUser.ts';
import { clientOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { signUpAttribute, simulatedDelivery } from '../messages/channels.ts';
import { sendCode } from '../messages/sendCode.ts';
import { findUser } from '../users.ts';

interface Input {
  readonly ClientId?: string;
  readonly SecretHash?: string;
  readonly Username?: string;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** Sends a new code for a sign-up that waits for confirmation; the code before no longer works. */
export function ResendConfirmationCode(idp: Idp): Operation<Input> {
  return clientOperation<Input>(idp, async (pool, client, input) => {
    const name = requireText(input as Record<string, unknown>, 'Username');
    checkSecretHash(client, [name], input.SecretHash);
    const user = findUser(idp, pool, name);
    if (!user || (!user.enabled && client.preventUserExistenceErrors)) {
      if (!client.preventUserExistenceErrors) throw unknownAtConfirmation();
      return { CodeDeliveryDetails: simulatedDelivery(pool, name) };
    }
    if (user.status !== 'UNCONFIRMED') {
      throw new AwsError('InvalidParameterException', 'User is already confirmed.');
    }
    if (!user.enabled) throw new AwsError('NotAuthorizedException', 'User is disabled.');
    const attribute = signUpAttribute(pool, user);
    if (attribute === undefined) {
      throw new AwsError('InvalidParameterException', 'Auto verification not turned on.');
    }
    checkLimit(idp, pool, user.username, 'resend');
    countAttempt(idp, pool, user.username, 'resend');
    const CodeDeliveryDetails = await sendCode(idp, pool, user, {
      purpose: 'sign-up',
      source: 'CustomMessage_ResendCode',
      attribute,
      clientId: client.id,
      clientMetadata: input.ClientMetadata,
    });
    return { CodeDeliveryDetails };
  });
}
