import { signOut } from 'aws-amplify/auth';
import { postGraphql } from '../../../lib/data/transport.ts';
import { patiently } from '../../../lib/data/waking.ts';
import { session } from '../../../lib/session/session.ts';
import { localKeys, writeLocal } from '../../../lib/storage/local.ts';

/**
 * Deletes the account of whoever is signed in, and what this browser kept for them. Throws AppError.
 * @param token the access token of a sign-in that has just happened; the session's own may be weeks old
 */
export async function deleteAccount(userId: string, token: string): Promise<void> {
  await patiently(() => postGraphql('mutation DeleteAccount { deleteAccount }', {}, 'userPool', token));
  forgetInBrowser(userId);
  await signOut();
  session.signedOut();
}

/** Drafts and posts that were not sent: their keys hold the person's id. */
function forgetInBrowser(userId: string): void {
  for (const key of localKeys()) if (key.includes(userId)) writeLocal(key, undefined);
}
