import { useQuery } from '@tanstack/react-query';
import { queryClient } from '../../../lib/query/query-client.ts';
import { fetchUnread } from '../api/notifications.ts';

export const unreadKey = (userId: string) => ['unread-notifications', userId] as const;

/** How many groups of notifications are unread; 0 until it is known. */
export function useUnread(userId: string): number {
  const { data = 0 } = useQuery({ queryKey: unreadKey(userId), queryFn: fetchUnread });
  return data;
}

export function showUnread(userId: string, count: number): void {
  queryClient.setQueryData(unreadKey(userId), count);
}

const channelOf = (userId: string): string => `cruddur.unread.${userId}`;

/** The other tabs of this browser, where there is a way to reach them. */
export interface Tabs {
  tell(count: number): void;
  close(): void;
}

/** Joins the tabs of somebody; `heard` is called with what another one tells. */
export function joinTabs(userId: string, heard: (count: number) => void): Tabs {
  const channel = new BroadcastChannel(channelOf(userId));
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'number') heard(data);
  };
  return { tell: (count) => channel.postMessage(count), close: () => channel.close() };
}

/** Tells all other tabs once. */
export function tellTabs(userId: string, count: number): void {
  const tabs = joinTabs(userId, () => undefined);
  tabs.tell(count);
  tabs.close();
}
