import { queryClient } from '../../../lib/query/query-client.ts';
import { removeActivity } from '../../../lib/data/cache/cache.ts';
import { logQuery, reportsQuery } from '../moderation-query.ts';
import { reportsAfter } from './after-act.ts';
import type { Intent } from './acts.ts';

/** What the page holds after an act of this moderator. */
export function actDone(intent: Intent): void {
  queryClient.setQueryData(reportsQuery.queryKey, (data) => data && reportsAfter(data, intent));
  void queryClient.invalidateQueries({ queryKey: logQuery.queryKey });
  if (intent.field === 'hideActivity') removeActivity(intent.id);
  // Lists that leave out or show again what the act was about are read anew when they are opened next.
  void queryClient.invalidateQueries({ queryKey: ['activities'], refetchType: 'none' });
}
