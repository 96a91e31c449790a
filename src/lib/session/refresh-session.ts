import { fetchAuthSession, getCurrentUser } from 'aws-amplify/auth';
import { toAppError } from '../errors/to-app-error.ts';
import { session, type Person, type Session } from './session.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Name and handle as the ID token says them: what the person signed up with, known without asking the API. */
async function claimsOf(userId: string): Promise<Person> {
  // The session also wants credentials of the identity pool; that they fail doesn't sign anybody out.
  const { tokens } = await fetchAuthSession().catch(() => ({ tokens: undefined }));
  const claims = tokens?.idToken?.payload ?? {};
  return { userId, displayName: text(claims['name']), handle: text(claims['preferred_username']) };
}

/**
 * Finds out who is signed in from the tokens that this browser keeps. Without a network the person whom it remembers
 * stays signed in; tokens that are no longer accepted end the session.
 * @param anew when a token was refused that looks good: another one is asked for, which ends sessions that were ended
 * elsewhere
 */
export async function refreshSession({ anew = false } = {}): Promise<Session> {
  const remembered = session.remembered();
  try {
    // Refused tokens are forgotten by this, and `getCurrentUser` then says so; any other failure ends no session.
    if (anew) await fetchAuthSession({ forceRefresh: true }).catch(() => undefined);
    const { userId } = await getCurrentUser();
    session.signedIn(remembered?.userId === userId ? remembered : await claimsOf(userId));
  } catch (thrown) {
    const stillPossible = toAppError(thrown).type === 'Network' && remembered;
    if (stillPossible) session.signedIn(remembered);
    else session.signedOut();
  }
  return session.get();
}
