import { queryOptions } from '@tanstack/react-query';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { queryClient } from '../../../lib/query/query-client.ts';
import { fetchProfile } from '../api/profile.ts';

/** Somebody's profile by handle; read anew each time that their page is opened. */
export function profileQuery(handle: string) {
  const key = handle.toLowerCase();
  return queryOptions({ queryKey: ['profile', key], queryFn: () => fetchProfile(key), staleTime: 0 });
}

/** Shows somebody who is in a list already on their own page at once, while that asks for them again. */
export function seedProfile(profile: FullProfile): void {
  queryClient.setQueryData(profileQuery(profile.handle).queryKey, profile, { updatedAt: 1 });
}
