import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { checkLimit, countAttempt } from '../auth/limits.ts';
import { userOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { sendCode } from '../messages/sendCode.ts';

interface Input {
  readonly AccessToken?: string;
  readonly AttributeName?: string;
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** Sends a code that proves an address: the new one, if a change waits for its proof. */
export function GetUserAttributeVerificationCode(idp: Idp): Operation<Input> {
  return userOperation<Input>(idp, async ({ pool, client, user }, input) => {
    const attribute = requireText(input as Record<string, unknown>, 'AttributeName');
    const purpose = `verify:${attribute}` as const;
    const pendingValue = idp.store.codes.find(pool.id, user.username, purpose)?.value;
    const known = attribute === 'email' || attribute === 'phone_number';
    if (!known || (!user.attributes[attribute] && pendingValue === undefined)) {
      throw new AwsError(
        'InvalidParameterException',
        `User does not have the attribute ${attribute} to verify`,
      );
    }
    checkLimit(idp, pool, user.username, purpose);
    countAttempt(idp, pool, user.username, purpose);
    const CodeDeliveryDetails = await sendCode(idp, pool, user, {
      purpose,
      source: 'CustomMessage_VerifyUserAttribute',
      attribute,
      pendingValue,
      clientId: client.id,
      clientMetadata: input.ClientMetadata,
    });
    return { CodeDeliveryDetails };
  });
}
