import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { AppSyncIdentityCognito, AppSyncResolverHandler } from 'aws-lambda';
import { createProfile, type Profile } from '../shared/create-profile.ts';
import { environment } from '../shared/environment.ts';
import { observed, traced } from '../shared/observed.ts';

const cognito = traced(new CognitoIdentityProviderClient({}));
/** AppSync waits 30 s for a data source; a paused database resumes in about 15 s. */
const PATIENCE_MS = 20_000;

/** The mutation `ensureProfile`: answers the caller's profile, creating it when it is missing. Takes no arguments. */
export const handler: AppSyncResolverHandler<Record<string, never>, Profile> = observed(async (event) => {
  const { sub, username } = event.identity as AppSyncIdentityCognito;
  const user = await cognito.send(
    new AdminGetUserCommand({ UserPoolId: environment('USER_POOL_ID'), Username: username }),
  );
  // Its account is being deleted; the token outlives it by an hour.
  if (user.Enabled === false) throw new Error('This account is closed.');
  const attribute = (name: string): string | undefined =>
    user.UserAttributes?.find((candidate) => candidate.Name === name)?.Value;
  return createProfile(
    { userId: sub, preferredUsername: attribute('preferred_username'), name: attribute('name') },
    PATIENCE_MS,
  );
});
