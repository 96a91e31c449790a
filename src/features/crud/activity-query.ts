import { queryOptions } from '@tanstack/react-query';
import type { Activity } from '../../lib/data/types.ts';
import { queryClient } from '../../lib/query/query-client.ts';
import { fetchActivity } from './api/activity.ts';

export function activityQuery(id: string) {
  return queryOptions({ queryKey: ['activity', id], queryFn: () => fetchActivity(id), staleTime: 0 });
}

/** Shows a crud that is already on screen on its own page at once, while that asks for it again. */
export function seedActivity(activity: Activity): void {
  queryClient.setQueryData(activityQuery(activity.id).queryKey, activity, { updatedAt: 1 });
}
