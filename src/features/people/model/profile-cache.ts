import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { queryClient } from '../../../lib/query/query-client.ts';
import { session } from '../../../lib/session/session.ts';
import { replaceProfile } from './replace-profile.ts';

/** Changes somebody's profile in everything that was loaded. */
export function changeProfile(id: string, change: (profile: FullProfile) => FullProfile): void {
  for (const query of queryClient.getQueryCache().getAll()) {
    const { data } = query.state;
    const changed = replaceProfile(data, id, change);
    if (changed !== data)
      queryClient.setQueryData(query.queryKey, changed, { updatedAt: query.state.dataUpdatedAt });
  }
}

/** The same for one's own. */
export function changeOwnProfile(change: (profile: FullProfile) => FullProfile): void {
  const current = session.get();
  if (current.status === 'person') changeProfile(current.person.userId, change);
}
