import { useEffect } from 'react';
import { useSession } from '../../../lib/session/session.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { useUnread } from './unread.ts';
import { watchNotifications } from './watch-notifications.ts';

/** How many notifications are unread, live. For the navigation. */
export function NotificationBadge() {
  const session = useSession();
  return session.status === 'person' ? <Unread userId={session.person.userId} /> : null;
}

function Unread({ userId }: { userId: string }) {
  const count = useUnread(userId);
  useEffect(() => watchNotifications(userId), [userId]);
  return <Badge count={count} label="unread" />;
}
