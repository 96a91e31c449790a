import type { InfiniteData } from '@tanstack/react-query';
import type { Notification, NotificationPage } from '../api/notifications.ts';

export type Loaded = InfiniteData<NotificationPage>;

/** One group is the same thing when something is added to it and its id changes. */
function groupKey({ kind, activity, createdAt }: Notification): string {
  return kind === 'FOLLOW' ? `FOLLOW ${createdAt.slice(0, 10)}` : `${kind} ${activity?.id}`;
}

/** All groups in order, each once: one that moved to the top while somebody was reading on counts there. */
export function groupsOf(data: Loaded | undefined): Notification[] {
  const seen = new Set<string>();
  return (data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((one) => {
      const key = groupKey(one);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** The same pages with everything up to `upTo` read. */
export function withRead(data: Loaded, upTo: string): Loaded {
  const limit = BigInt(upTo);
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      items: page.items.map((one) =>
        one.unread && BigInt(one.id) <= limit ? { ...one, unread: false } : one,
      ),
    })),
  };
}

/** As far as the first page: where reading anew begins. */
export function firstOf(data: Loaded): Loaded {
  return { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) };
}
