import { useEffect } from 'react';
import { useSession } from '../../../lib/session/session.ts';
import { useStore } from '../../../lib/store/create-store.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { unreadMessages } from './unread-store.ts';

/** Shown as «99+»: so many conversations that not all were looked at. */
const MANY = 100;

/**
 * How many messages are unread, in every tab at once; nothing when there are none. All that keeps it true is loaded when
 * the page has nothing better to do, and for people alone.
 */
export default function UnreadBadge() {
  const { status } = useSession();
  const { messages, more } = useStore(unreadMessages);

  useEffect(() => {
    if (status !== 'person') return undefined;
    const follow = (): void =>
      void import('../live/current.ts').then(({ followMessages }) => followMessages());
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(follow, 1500);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(follow, { timeout: 3000 });
    return () => cancelIdleCallback(handle);
  }, [status]);

  return <Badge count={more ? MANY : messages} label="unread messages" />;
}
