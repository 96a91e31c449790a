import { Amplify } from 'aws-amplify';
import { fetchAuthSession, signOut } from 'aws-amplify/auth';
import { AppError } from '../../../lib/errors/app-error.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { session } from '../../../lib/session/session.ts';

/**
 * Ends all sessions of this person, here and elsewhere. Throws AppError, and then none has ended. Amplify's own
 * `signOut({ global: true })` says nothing when the service refused or could not be reached; this is a promise that must
 * not look kept when it was not, so the call is made here.
 */
export async function signOutEverywhere(): Promise<void> {
  const { tokens } = await fetchAuthSession();
  if (!tokens) throw new AppError('SignedOut', 'There is no session.');
  await globalSignOut(tokens.accessToken.toString());
  await signOut();
  session.signedOut();
}

async function globalSignOut(accessToken: string): Promise<void> {
  const { userPoolId, userPoolEndpoint } = Amplify.getConfig().Auth!.Cognito as {
    userPoolId: string;
    userPoolEndpoint?: string;
  };
  const region = userPoolId.split('_')[0]!;
  const response = await fetch(userPoolEndpoint ?? `https://cognito-idp.${region}.amazonaws.com/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.GlobalSignOut',
    },
    body: JSON.stringify({ AccessToken: accessToken }),
  }).catch((error: unknown) => {
    throw new AppError('Network', 'Cognito could not be reached.', error);
  });
  if (response.ok) return;
  // An answer that is not Cognito's own JSON, such as a gateway's page, counts as an internal error.
  const { __type = 'Internal', message = '' } = (await response.json().catch(() => ({}))) as {
    __type?: string;
    message?: string;
  };
  throw toAppError(Object.assign(new Error(message), { name: __type.split('#').at(-1) }));
}
