import { AwsError } from '../../../../core/errors.ts';
import {
  checkMutable,
  checkRequired,
  checkValues,
  checkWritable,
} from '../../attributes/validateAttributes.ts';
import type { Idp } from '../../idp.ts';
import { requireParameter } from '../../input.ts';
import type { PoolClient, UserPool } from '../../pool.ts';
import { checkAliasFree, saveUser } from '../../users.ts';
import { consumeChallenge, findChallenge } from '../challenge.ts';
import type { AuthStep } from '../challenge.ts';
import { continueSignIn } from '../continueSignIn.ts';
import { checkPassword, hashPassword } from '../passwords.ts';
import type { ChallengeAnswer } from '../respond.ts';

const PREFIX = 'userAttributes.';

/**
 * A user with a temporary password chooses their own, and fills in what the pool requires.
 * Throws InvalidPasswordException, InvalidParameterException, NotAuthorizedException; the session stays usable.
 */
export async function answerNewPassword(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  answer: ChallengeAnswer,
): Promise<AuthStep> {
  const responses = answer.ChallengeResponses ?? {};
  const password = requireParameter(responses, 'NEW_PASSWORD');
  const challenge = findChallenge(idp, client, answer.Session, ['NEW_PASSWORD_REQUIRED']);
  const user = idp.store.users.byUsername(pool.id, challenge.username);
  if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.');
  checkPassword(pool, password);
  const given = Object.fromEntries(
    Object.entries(responses)
      .filter(([name]) => name.startsWith(PREFIX))
      .map(([name, value]) => [name.slice(PREFIX.length), value]),
  );
  checkWritable(client, Object.keys(given));
  checkValues(pool, given);
  checkMutable(pool, {}, missingOnly(user.attributes, given));
  const attributes = { ...user.attributes, ...given };
  checkRequired(pool, attributes);
  checkAliasFree(idp, pool, given, user.username);
  const changed = idp.store.transaction(() => {
    consumeChallenge(idp, answer.Session as string);
    return saveUser(idp, pool, user, {
      ...hashPassword(pool, user.username, password),
      attributes,
      status: 'CONFIRMED',
      temporaryUntil: undefined,
    });
  });
  return await continueSignIn(idp, {
    pool,
    client,
    user: changed,
    source: 'TokenGeneration_NewPasswordChallenge',
    clientMetadata: answer.ClientMetadata,
  });
}

/** Attributes that the user has already and that would change: an immutable one may be set once. */
function missingOnly(
  before: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => before[name] !== undefined && before[name] !== value),
  );
}
