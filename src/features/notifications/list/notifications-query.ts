import { infiniteQueryOptions } from '@tanstack/react-query';
import { queryClient } from '../../../lib/query/query-client.ts';
import { fetchNotifications, markRead } from '../api/notifications.ts';
import { showUnread, tellTabs, unreadKey } from '../live/unread.ts';
import { firstOf, withRead, type Loaded } from '../model/pages.ts';

export function notificationsQuery(userId: string) {
  return infiniteQueryOptions({
    queryKey: ['notifications', userId],
    queryFn: ({ pageParam }) => fetchNotifications(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
  });
}

/**
 * Marks everything up to a notification as read, on the server and in all tabs. The number falls at once, and is asked for
 * again when the server refuses. Throws AppError.
 * @param shown whether the list shows it as read too; not while somebody is looking for what is new
 */
export async function readUpTo(userId: string, upTo: string, shown: boolean): Promise<void> {
  showUnread(userId, 0);
  try {
    await markRead(upTo);
  } catch (error) {
    void queryClient.invalidateQueries({ queryKey: unreadKey(userId) });
    throw error;
  }
  tellTabs(userId, 0);
  if (shown) changeList(userId, (data) => withRead(data, upTo));
}

/** Reads the list anew from its first page. */
export async function readAnew(userId: string): Promise<void> {
  changeList(userId, firstOf);
  await queryClient.invalidateQueries({ queryKey: notificationsQuery(userId).queryKey });
}

function changeList(userId: string, change: (data: Loaded) => Loaded): void {
  queryClient.setQueryData(
    notificationsQuery(userId).queryKey,
    (data: Loaded | undefined) => data && change(data),
  );
}
