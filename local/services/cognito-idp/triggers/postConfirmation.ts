import { triggerAttributes } from '../attributes/present.ts';
import type { Idp } from '../idp.ts';
import type { UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { invokeTrigger } from './invoke.ts';

/**
 * Tells the PostConfirmation trigger. The user is confirmed before this runs and stays so when it throws: the
 * caller gets UserLambdaValidationException, and a second attempt to confirm is refused since the user is
 * confirmed already (amplify-cli#2735 shows it). So a trigger that must not be missed needs a second chance elsewhere.
 */
export async function postConfirmation(
  idp: Idp,
  pool: UserPool,
  user: User,
  options: {
    source: 'PostConfirmation_ConfirmSignUp' | 'PostConfirmation_ConfirmForgotPassword';
    clientId: string;
    clientMetadata?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  await invokeTrigger(idp, pool, 'PostConfirmation', {
    source: options.source,
    username: user.username,
    clientId: options.clientId,
    request: {
      userAttributes: triggerAttributes(user),
      ...(options.clientMetadata && { clientMetadata: options.clientMetadata }),
    },
    response: {},
  });
}
