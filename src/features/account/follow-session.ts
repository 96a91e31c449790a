import { Hub } from 'aws-amplify/utils';
import { queryClient } from '../../lib/query/query-client.ts';
import { refreshSession } from '../../lib/session/refresh-session.ts';
import { SESSION_STORAGE_KEY, session } from '../../lib/session/session.ts';
import { showToast } from '../../ui/toast-store.ts';

/** Keeps the session true for as long as the page lives: at the start, and when this tab or another one changes it. */
export async function followSession(): Promise<void> {
  let before: string | undefined;
  session.subscribe(() => {
    const current = session.get();
    const userId = current.status === 'person' ? current.person.userId : undefined;
    // What one person was shown is not for the next.
    if (before !== undefined && before !== userId) {
      queryClient.removeQueries({ queryKey: ['me'] });
      void queryClient.resetQueries();
    }
    before = userId;
  });
  Hub.listen('auth', ({ payload }) => {
    if (payload.event === 'tokenRefresh_failure') void endedElsewhere();
  });
  addEventListener('storage', (event) => {
    if (event.key === SESSION_STORAGE_KEY || event.key === null) void refreshSession();
  });
  await refreshSession();
}

async function endedElsewhere(): Promise<void> {
  const was = session.get().status;
  const { status } = await refreshSession();
  if (was === 'person' && status === 'guest') showToast('You were signed out. Sign in to go on.', 'error');
}
