import { confirmSignIn, resendSignUpCode, signIn, signOut } from 'aws-amplify/auth';
import { AppError } from '../../../lib/errors/app-error.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import { refreshSession } from '../../../lib/session/refresh-session.ts';
import { rememberPending } from './pending-account.ts';

/** Signed in, or what has to happen first. */
export type SignInResult = 'signed-in' | 'confirm' | 'new-password' | 'code';

async function attempt(email: string, password: string): ReturnType<typeof signIn> {
  try {
    return await signIn({ username: email, password });
  } catch (error) {
    // Tokens of somebody whom the app no longer takes for signed in: they make room.
    if (toAppError(error).type !== 'UserAlreadyAuthenticatedException') throw error;
    await signOut();
    return signIn({ username: email, password });
  }
}

/**
 * Signs in and updates the session. An account that is not confirmed yet gets a new code. Throws AppError or what Amplify
 * throws; `UnsupportedStep` for challenges that the app has no screen for.
 */
export async function signInWith(email: string, password: string): Promise<SignInResult> {
  const { nextStep } = await attempt(email, password);
  switch (nextStep.signInStep) {
    case 'DONE':
      rememberPending(undefined);
      await refreshSession();
      return 'signed-in';
    case 'CONFIRM_SIGN_IN_WITH_TOTP_CODE':
      return 'code';
    case 'CONFIRM_SIGN_UP':
      rememberPending({ email, password });
      await resendSignUpCode({ username: email });
      return 'confirm';
    case 'RESET_PASSWORD':
      return 'new-password';
    default:
      throw new AppError('UnsupportedStep', `The sign-in asks for ${nextStep.signInStep}.`);
  }
}

/** The end of a sign-in that asked for the code of an authenticator app. Throws what Amplify throws. */
export async function finishWithCode(code: string): Promise<void> {
  const { nextStep } = await confirmSignIn({ challengeResponse: code });
  if (nextStep.signInStep !== 'DONE') {
    throw new AppError('UnsupportedStep', `The sign-in asks for ${nextStep.signInStep}.`);
  }
  rememberPending(undefined);
  await refreshSession();
}
