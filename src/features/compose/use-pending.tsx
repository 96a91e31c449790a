import { useMemo, type ReactNode } from 'react';
import type { Activity } from '../../lib/data/types.ts';
import { useSession } from '../../lib/session/session.ts';
import { useMe } from '../account/index.ts';
import { PendingFooter } from './lazy-composer.tsx';
import { useOutbox } from './outbox/outbox-store.ts';
import { pendingActivity } from './outbox/pending-activity.ts';

/** What one wrote and is on its way, or did not get through. */
export interface Pending {
  activity: Activity;
  /** Stands under it: how far it is, and what to do. */
  footer: ReactNode;
  busy: boolean;
}

/** One's own cruds and replies on their way, the newest first. */
export function usePending(): readonly Pending[] {
  const session = useSession();
  const person = session.status === 'person' ? session.person : undefined;
  const outbox = useOutbox(person?.userId);
  const avatar = useMe().profile?.avatar;
  return useMemo(() => {
    if (!person) return [];
    return outbox.map((entry) => ({
      activity: pendingActivity(entry, person, avatar),
      footer: <PendingFooter userId={person.userId} entry={entry} />,
      busy: entry.state === 'sending',
    }));
  }, [outbox, person, avatar]);
}
