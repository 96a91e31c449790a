import { session, type Person } from '../../../lib/session/session.ts';
import { openOverlay } from '../../../ui/overlay-store.ts';
import { JoinDialog } from './JoinDialog.tsx';

/** Runs what takes an account. A guest is asked to join instead, and comes back here afterwards. */
export async function asPerson(wish: string, run: (person: Person) => unknown): Promise<void> {
  const current = await session.known();
  if (current.status === 'person') await run(current.person);
  else openOverlay((close) => <JoinDialog wish={wish} onClose={close} />);
}
