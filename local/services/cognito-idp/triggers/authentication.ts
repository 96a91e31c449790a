import { triggerAttributes } from '../attributes/present.ts';
import type { Idp } from '../idp.ts';
import type { PoolClient, UserPool } from '../pool.ts';
import type { User } from '../store/users.ts';
import { invokeTrigger } from './invoke.ts';

/**
 * Asks the PreAuthentication trigger, which refuses a sign-in by throwing; the password was not checked yet.
 * For a name that is nobody's it runs only where the client hides that, with `userNotFound`.
 */
export async function preAuthentication(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  username: string,
  user: User | undefined,
  validationData: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  await invokeTrigger(idp, pool, 'PreAuthentication', {
    source: 'PreAuthentication_Authentication',
    username,
    clientId: client.id,
    request: {
      userAttributes: user ? triggerAttributes(user) : {},
      validationData: validationData ?? null,
      ...(client.preventUserExistenceErrors && { userNotFound: user === undefined }),
    },
    response: {},
  });
}

/** Tells the PostAuthentication trigger; when it throws, the sign-in fails. */
export async function postAuthentication(
  idp: Idp,
  pool: UserPool,
  client: PoolClient,
  user: User,
  clientMetadata: Readonly<Record<string, string>> | undefined,
): Promise<void> {
  await invokeTrigger(idp, pool, 'PostAuthentication', {
    source: 'PostAuthentication_Authentication',
    username: user.username,
    clientId: client.id,
    request: {
      userAttributes: triggerAttributes(user),
      newDeviceUsed: false,
      ...(clientMetadata && { clientMetadata }),
    },
    response: {},
  });
}
