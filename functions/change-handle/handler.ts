import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { answer, type Answer } from '../shared/answer.ts';
import type { Profile } from '../shared/create-profile.ts';
import { changeHandle, type Change } from './change-handle.ts';
import { observed, traced } from '../shared/observed.ts';

const cognito = traced(new CognitoIdentityProviderClient({}));

/** The mutation `changeHandle`. */
export const handler = observed((change: Change): Promise<Answer<Profile>> => {
  return answer(() => changeHandle(cognito, change));
});
