import { explain } from '../../lib/errors/explain.ts';
import { session } from '../../lib/session/session.ts';
import { showToast } from '../../ui/toast-store.ts';

/** Signs out of this browser. Drafts stay: they are kept by person. */
export async function signOutHere(): Promise<void> {
  const { signOut } = await import('aws-amplify/auth');
  try {
    await signOut();
  } catch (error) {
    // The tokens of this browser are gone either way; only their revocation may have failed.
    showToast(explain(error).title, 'error');
  }
  session.signedOut();
  showToast('You are signed out.');
}
