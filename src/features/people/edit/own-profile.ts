import { renameProfile } from '../../../lib/data/cache/people.ts';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { queryClient } from '../../../lib/query/query-client.ts';
import { session } from '../../../lib/session/session.ts';
import { profileQuery } from '../profile/profile-query.ts';

/** One's own profile changed: it is so in the header, on every card, in every list and in the session. */
export function ownProfileChanged(profile: FullProfile): void {
  const { id, handle, displayName } = profile;
  const before = session.get();
  const oldHandle = before.status === 'person' ? before.person.handle : handle;
  renameProfile(profile);
  queryClient.setQueryData(['me', id], profile);
  if (oldHandle !== handle)
    queryClient.removeQueries({ queryKey: profileQuery(oldHandle).queryKey, exact: true });
  queryClient.setQueryData(profileQuery(handle).queryKey, profile);
  session.signedIn({ userId: id, displayName, handle });
}
