import { queryClient } from '../../query/query-client.ts';
import { withReply, type ThreadData } from '../thread.ts';
import type { Activity } from '../types.ts';

/** Where threads are cached, each by the id of its focused crud. */
export const THREADS = 'thread';

/** Adds a reply to every cached thread that shows what it answers. */
export function addReply(reply: Activity): void {
  for (const query of queryClient.getQueryCache().findAll({ queryKey: [THREADS] })) {
    queryClient.setQueryData<ThreadData>(query.queryKey, (thread) => thread && withReply(thread, reply), {
      updatedAt: query.state.dataUpdatedAt,
    });
  }
}
