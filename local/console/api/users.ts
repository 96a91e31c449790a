import { LocalCloudError } from '../../core/errors.ts';
import { readTexts } from './read-json.ts';
import type { ApiCall } from './routes.ts';

/** What the console can do to a user, and the operation that does it. */
const ACTIONS: Readonly<Record<string, string>> = {
  confirm: 'AdminConfirmSignUp',
  disable: 'AdminDisableUser',
  enable: 'AdminEnableUser',
  'sign-out': 'AdminUserGlobalSignOut',
  delete: 'AdminDeleteUser',
};

/**
 * POST users/<action> with `{ userPoolId, username }`: acts on a user of a user pool as the developer, triggers included.
 * Throws LocalCloudError UnknownAction, BadBody, and what the operation throws.
 */
export async function actOnUser({ cloud, path, request }: ApiCall): Promise<unknown> {
  const [action = ''] = path;
  const operation = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (operation === undefined) {
    throw new LocalCloudError(
      'UnknownAction',
      `There is no action «${action}» for users.`,
      `There are: ${Object.keys(ACTIONS).join(', ')}.`,
    );
  }
  const { userPoolId, username } = await readTexts(request, ['userPoolId', 'username']);
  const input = { UserPoolId: userPoolId, Username: username };
  await cloud.context.call({ kind: 'developer' }, 'cognito-idp', operation, input);
  return { done: operation };
}
