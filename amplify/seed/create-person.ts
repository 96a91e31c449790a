import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { DemoPerson } from './people.ts';

/**
 * The Cognito account of a demo person, with a password that needs no change at the first sign-in; the one that exists
 * is kept, and gets the password. Returns its sub.
 */
export async function createAccount(
  client: CognitoIdentityProviderClient,
  userPoolId: string,
  person: DemoPerson,
  password: string,
): Promise<string> {
  const username =
    (await findAccount(client, userPoolId, person.email)) ?? (await create(client, userPoolId, person));
  await client.send(
    new AdminSetUserPasswordCommand({
      UserPoolId: userPoolId,
      Username: username,
      Password: password,
      Permanent: true,
    }),
  );
  return username;
}

async function create(
  client: CognitoIdentityProviderClient,
  userPoolId: string,
  person: DemoPerson,
): Promise<string> {
  const created = await client.send(
    new AdminCreateUserCommand({
      UserPoolId: userPoolId,
      Username: person.email,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: person.email },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: person.displayName },
        { Name: 'preferred_username', Value: person.handle },
      ],
    }),
  );
  const username = created.User?.Username;
  if (!username) throw new Error(`Cognito did not say whom it created for ${person.email}.`);
  return username;
}

async function findAccount(
  client: CognitoIdentityProviderClient,
  userPoolId: string,
  email: string,
): Promise<string | undefined> {
  try {
    const user = await client.send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username: email }));
    return user.Username;
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
}
