import { AppError } from '../errors/app-error.ts';
import { toAppError } from '../errors/to-app-error.ts';
import { queryClient } from '../query/query-client.ts';
import { session } from '../session/session.ts';
import { refreshSession } from '../session/refresh-session.ts';
import { postGraphql, type AuthMode } from './transport.ts';
import { patiently } from './waking.ts';

type Variables = Record<string, unknown>;

/** Guests read with the identity pool's credentials, signed-in people with their tokens. */
export async function authMode(): Promise<AuthMode> {
  const { status } = await session.known();
  return status === 'person' ? 'userPool' : 'identityPool';
}

async function send<T>(document: string, variables: Variables): Promise<T> {
  return (await postGraphql(document, variables, await authMode())) as T;
}

/**
 * Sends a GraphQL query or mutation as whoever is signed in. Waits for a database that is resuming.
 * Throws AppError; when the session turns out to be over, `SignedOut` — and queries go on as a guest.
 */
export async function request<T>(document: string, variables: Variables = {}): Promise<T> {
  try {
    return await patiently(() => send<T>(document, variables));
  } catch (thrown) {
    const error = toAppError(thrown);
    // A moderator acted since the page was opened: it says so from now on.
    if (error.type === 'Suspended') void queryClient.invalidateQueries({ queryKey: ['me'] });
    if (error.type !== 'SignedOut' || session.get().status !== 'person') throw error;
    if ((await refreshSession({ anew: true })).status === 'person') throw error;
    if (!/^\s*query/.test(document)) throw new AppError('SignedOut', 'The session is over.', error);
    return send<T>(document, variables);
  }
}
