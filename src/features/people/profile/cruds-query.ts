import { activityListQuery } from '../../activity-list/index.ts';
import type { ProfileTab } from './tabs.ts';

/** What one tab of somebody's page lists. */
export function profileCrudsQuery(handle: string, { tab }: ProfileTab) {
  return activityListQuery('activitiesByProfile', {
    handle: { type: 'String!', value: handle.toLowerCase() },
    tab: { type: 'ProfileTab', value: tab },
  });
}
