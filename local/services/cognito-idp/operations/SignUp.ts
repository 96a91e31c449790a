import { randomUUID } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { checkPassword } from '../auth/passwords.ts';
import { checkSecretHash } from '../auth/secretHash.ts';
import {
  checkRequired,
  checkValues,
  checkWritable,
  readAttributes,
} from '../attributes/validateAttributes.ts';
import type { WireAttribute } from '../attributes/validateAttributes.ts';
import { clientOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { sendCode } from '../messages/sendCode.ts';
import { signUpAttribute } from '../messages/channels.ts';
import { preSignUp } from '../triggers/preSignUp.ts';
import { postConfirmation } from '../triggers/postConfirmation.ts';
import { createUser } from '../createUser.ts';
import { nameAttribute } from '../users.ts';

interface Input {
  readonly ClientId?: string;
  readonly SecretHash?: string;
  readonly Username?: string;
  readonly Password?: string;
  readonly UserAttributes?: readonly WireAttribute[];
  readonly ValidationData?: readonly WireAttribute[];
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** Registers a user, who confirms with a code unless the PreSignUp trigger says otherwise. */
export function SignUp(idp: Idp): Operation<Input> {
  return clientOperation<Input>(idp, async (pool, client, input) => {
    const name = requireText(input as Record<string, unknown>, 'Username');
    checkSecretHash(client, [name], input.SecretHash);
    if (pool.adminCreateOnly) {
      throw new AwsError('NotAuthorizedException', 'SignUp is not permitted for this user pool');
    }
    const byAttribute = nameAttribute(pool, name);
    checkPassword(pool, input.Password);
    const given = readAttributes(input.UserAttributes);
    checkWritable(client, Object.keys(given));
    if (byAttribute !== undefined) given[byAttribute] = name;
    checkValues(pool, given);
    checkRequired(pool, given);
    const username = byAttribute === undefined ? name : randomUUID();
    const { ClientMetadata: clientMetadata } = input;
    // Before the name is looked up: a trigger may free it first, by deleting a user who never confirmed.
    const decision = await preSignUp(idp, pool, {
      source: 'PreSignUp_SignUp',
      username,
      userAttributes: given,
      validationData: input.ValidationData && readAttributes(input.ValidationData),
      clientId: client.id,
      clientMetadata,
    });
    const user = createUser(idp, pool, {
      username,
      sub: byAttribute === undefined ? randomUUID() : username,
      attributes: verified(given, decision),
      password: input.Password,
      status: decision.autoConfirmUser ? 'CONFIRMED' : 'UNCONFIRMED',
      existsMessage: byAttribute && `An account with the given ${byAttribute} already exists.`,
    });
    if (decision.autoConfirmUser) {
      const source = 'PostConfirmation_ConfirmSignUp';
      await postConfirmation(idp, pool, user, { source, clientId: client.id, clientMetadata });
      return { UserConfirmed: true, UserSub: user.sub };
    }
    const attribute = signUpAttribute(pool, user);
    const CodeDeliveryDetails =
      attribute &&
      (await sendCode(idp, pool, user, {
        purpose: 'sign-up',
        source: 'CustomMessage_SignUp',
        attribute,
        clientId: client.id,
        clientMetadata,
      }));
    return { UserConfirmed: false, UserSub: user.sub, ...(CodeDeliveryDetails && { CodeDeliveryDetails }) };
  });
}

function verified(
  given: Readonly<Record<string, string>>,
  decision: { autoVerifyEmail: boolean; autoVerifyPhone: boolean },
): Record<string, string> {
  const attributes = { ...given };
  if (given['email']) attributes['email_verified'] = String(decision.autoVerifyEmail);
  if (given['phone_number']) attributes['phone_number_verified'] = String(decision.autoVerifyPhone);
  return attributes;
}
