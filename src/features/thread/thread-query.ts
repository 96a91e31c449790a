import { queryOptions } from '@tanstack/react-query';
import { cachedActivity } from '../../lib/data/cache/cache.ts';
import { THREADS } from '../../lib/data/cache/threads.ts';
import { withLoaded, type ThreadData } from '../../lib/data/thread.ts';
import { queryClient } from '../../lib/query/query-client.ts';
import { fetchThread } from './api/thread.ts';

/** What a thread's page shows. A crud that was on screen before stands there at once, while the rest is asked for. */
export function threadQuery(id: string) {
  return queryOptions({
    queryKey: [THREADS, id],
    queryFn: () => fetchThread(id),
    placeholderData: (): ThreadData | undefined => {
      const focused = cachedActivity(id);
      return focused && { focused, ancestors: [], replies: [], more: {} };
    },
  });
}

/** Loads the next replies to one crud of a thread. Throws AppError. */
export async function loadMoreReplies(threadOf: string, parentId: string): Promise<void> {
  const { queryKey } = threadQuery(threadOf);
  const before = queryClient.getQueryData(queryKey);
  const loaded = await fetchThread(parentId, before?.more[parentId] ?? null);
  queryClient.setQueryData(queryKey, (thread) => thread && withLoaded(thread, parentId, loaded));
}
