import { activityListQuery } from '../../activity-list/index.ts';

/** Cruds and reposts of those whom one follows, and one's own. */
export const followingQuery = activityListQuery('followingFeed');
