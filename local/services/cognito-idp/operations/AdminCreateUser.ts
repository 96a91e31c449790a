import { randomUUID } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { presentUser } from '../attributes/present.ts';
import { checkValues, readAttributes } from '../attributes/validateAttributes.ts';
import type { WireAttribute } from '../attributes/validateAttributes.ts';
import { checkPassword, generatePassword, hashPassword } from '../auth/passwords.ts';
import { createUser } from '../createUser.ts';
import { poolOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import { requireText } from '../input.ts';
import { sendInvitation } from '../messages/sendInvitation.ts';
import type { UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { preSignUp } from '../triggers/preSignUp.ts';
import { nameAttribute, requireUser, saveUser } from '../users.ts';
import { NO_CLIENT } from '../triggers/invoke.ts';

interface Input {
  readonly UserPoolId?: string;
  readonly Username?: string;
  readonly UserAttributes?: readonly WireAttribute[];
  readonly ValidationData?: readonly WireAttribute[];
  readonly TemporaryPassword?: string;
  readonly ForceAliasCreation?: boolean;
  readonly MessageAction?: 'RESEND' | 'SUPPRESS';
  readonly DesiredDeliveryMediums?: readonly string[];
  readonly ClientMetadata?: Readonly<Record<string, string>>;
}

/** Creates a user with a temporary password and invites them; they choose their own at the first sign-in. */
export function AdminCreateUser(idp: Idp): Operation<Input> {
  return poolOperation<Input>(idp, 'AdminCreateUser', async (pool, input) => {
    const name = requireText(input as Record<string, unknown>, 'Username');
    const password = input.TemporaryPassword ?? generatePassword(pool);
    checkPassword(pool, password);
    const user =
      input.MessageAction === 'RESEND'
        ? renewPassword(idp, pool, name, password)
        : await create(idp, pool, name, password, input);
    if (input.MessageAction !== 'SUPPRESS') {
      await sendInvitation(idp, pool, user, password, {
        mediums: input.DesiredDeliveryMediums ?? [user.attributes['email'] ? 'EMAIL' : 'SMS'],
        clientId: NO_CLIENT,
        clientMetadata: input.ClientMetadata,
      });
    }
    return { User: presentUser(user) };
  });
}

function validUntil(idp: Idp, pool: UserPool): number {
  return idp.cloud.clock.now() + pool.passwordPolicy.temporaryPasswordValidityDays * 86_400_000;
}

function renewPassword(idp: Idp, pool: UserPool, name: string, password: string): User {
  const user = requireUser(idp, pool, name);
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    throw new AwsError(
      'UnsupportedUserStateException',
      'Resend not possible. status is not FORCE_CHANGE_PASSWORD',
    );
  }
  const temporaryUntil = validUntil(idp, pool);
  return saveUser(idp, pool, user, { ...hashPassword(pool, user.username, password), temporaryUntil });
}

async function create(idp: Idp, pool: UserPool, name: string, password: string, input: Input): Promise<User> {
  const byAttribute = nameAttribute(pool, name);
  const attributes = readAttributes(input.UserAttributes);
  delete attributes['sub'];
  if (byAttribute !== undefined) attributes[byAttribute] ??= name;
  checkValues(pool, attributes);
  const username = byAttribute === undefined ? name : randomUUID();
  // The trigger can refuse; what it says about confirming and verifying counts for sign-ups alone.
  await preSignUp(idp, pool, {
    source: 'PreSignUp_AdminCreateUser',
    username,
    userAttributes: attributes,
    validationData: input.ValidationData && readAttributes(input.ValidationData),
    clientId: NO_CLIENT,
    clientMetadata: input.ClientMetadata,
  });
  return createUser(idp, pool, {
    username,
    sub: byAttribute === undefined ? randomUUID() : username,
    attributes,
    password,
    status: 'FORCE_CHANGE_PASSWORD',
    temporaryUntil: validUntil(idp, pool),
    existsMessage: 'User account already exists',
  });
}
