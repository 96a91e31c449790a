import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useNavigationType } from 'react-router';
import { isLive } from '../../../lib/data/activity.ts';
import { explain } from '../../../lib/errors/explain.ts';
import { useClock } from '../../../lib/time/clock.ts';
import { Button } from '../../../ui/Button.tsx';
import { ListEnd } from '../../../ui/ListEnd.tsx';
import { EmptyState, ErrorState } from '../../../ui/StateCard.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import type { Notification } from '../api/notifications.ts';
import { useUnread } from '../live/unread.ts';
import { groupsOf } from '../model/pages.ts';
import { NotificationRow } from './NotificationRow.tsx';
import { NotificationSkeleton } from './NotificationSkeleton.tsx';
import { notificationsQuery, readAnew, readUpTo } from './notifications-query.ts';
import styles from './NotificationList.module.css';

/** The list, newest first. Looking at it is reading it; what was new stays marked for as long as one looks. */
export function NotificationList({ userId }: { userId: string }) {
  const query = useInfiniteQuery(notificationsQuery(userId));
  const items = useLive(groupsOf(query.data));
  const newest = query.data?.pages[0]?.items[0]?.id;
  const waiting = useWaiting(userId, newest, query.isFetching);
  useFreshOnArrival(userId);

  async function readAll(): Promise<void> {
    try {
      if (newest) await readUpTo(userId, newest, true);
    } catch (error) {
      showToast(explain(error).title, 'error');
    }
  }

  return (
    <>
      <header className={styles.header}>
        <h1 className={styles.title}>Notifications</h1>
        {items.some((one) => one.unread) && (
          <Button kind="quiet" icon="checks" onClick={() => void readAll()}>
            Mark all read
          </Button>
        )}
        <Link to="/settings/notifications" className={styles.settings}>
          Settings<span className="visually-hidden"> of notifications</span>
        </Link>
      </header>
      {waiting && (
        <Button kind="primary" icon="up" className={styles.pill} onClick={() => void readAnew(userId)}>
          Show what is new
        </Button>
      )}
      <ul className={styles.list} aria-busy={query.isFetching} aria-label="Notifications">
        {items.map((one) => (
          <NotificationRow key={one.id} notification={one} />
        ))}
        {query.isPending && <NotificationSkeleton />}
      </ul>
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />
      )}
      {query.isSuccess && items.length === 0 && !query.hasNextPage && (
        <EmptyState icon="bell" title="Nothing yet">
          When somebody likes, reposts or answers a crud of yours, mentions or follows you, it stands here.
        </EmptyState>
      )}
      {query.data && items.length > 0 && (
        <ListEnd query={query}>That is all. What was about faded cruds has faded too.</ListEnd>
      )}
    </>
  );
}

/** Without those about a crud that has expired, from the moment on that it does. */
function useLive(items: Notification[]): Notification[] {
  const isShown = (one: Notification, now: number): boolean => !one.activity || isLive(one.activity, now);
  // Renders again when one more expires.
  useClock((now) => items.filter((one) => isShown(one, now)).length);
  return items.filter((one) => isShown(one, Date.now()));
}

/**
 * Marks what is loaded as read, on the server, while somebody is looking at it. Answers whether something came since,
 * which the list does not show yet.
 */
function useWaiting(userId: string, newest: string | undefined, isFetching: boolean): boolean {
  const unread = useUnread(userId);
  const [readUp, setReadUp] = useState<string>();
  useEffect(() => {
    if (!newest || isFetching || newest === readUp) return undefined;
    const read = (): void => {
      if (document.hidden) return;
      setReadUp(newest);
      // The number comes back by itself when this fails.
      readUpTo(userId, newest, false).catch(() => undefined);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [userId, newest, isFetching, readUp]);
  return unread > 0 && newest === readUp && !isFetching;
}

/** Whoever comes here anew gets the list as it is now; whoever goes back finds it as it was. */
function useFreshOnArrival(userId: string): void {
  const arrivedBy = useNavigationType();
  useEffect(() => {
    if (arrivedBy !== 'POP') void readAnew(userId);
  }, [userId, arrivedBy]);
}
