import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { answer, type Answer } from '../shared/answer.ts';
import { createProfile, type Profile } from '../shared/create-profile.ts';
import { environment } from '../shared/environment.ts';
import { observed, traced } from '../shared/observed.ts';
import { Refusal } from '../shared/refusal.ts';

interface Caller {
  userId: string;
  username: string;
}

const cognito = traced(new CognitoIdentityProviderClient({}));
/** AppSync waits 30 s for a data source; a paused database resumes in about 15 s. */
const PATIENCE_MS = 20_000;

/** The mutation `ensureProfile`: answers the caller's profile, creating it when it is missing. Refuses with `AccountClosed`. */
export const handler = observed((caller: Caller): Promise<Answer<Profile>> =>
  answer(async () => {
    const attributes = await attributesOf(caller.username);
    return createProfile(
      {
        userId: caller.userId,
        preferredUsername: attributes.get('preferred_username'),
        name: attributes.get('name'),
      },
      PATIENCE_MS,
    );
  }),
);

async function attributesOf(username: string): Promise<ReadonlyMap<string | undefined, string | undefined>> {
  const command = new AdminGetUserCommand({ UserPoolId: environment('USER_POOL_ID'), Username: username });
  const user = await cognito.send(command).catch((error: unknown) => {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  });
  // Their tokens outlive a deleted account, and one that is being deleted, by an hour: no new profile for them.
  if (!user || user.Enabled === false) throw new Refusal('AccountClosed', 'This account is closed.');
  return new Map(user.UserAttributes?.map(({ Name, Value }) => [Name, Value]));
}
