import type { FullProfile } from '../full-profile.ts';
import type { Profile } from '../types.ts';
import { apply, removeActivitiesOf } from './cache.ts';
import { changingFull, hearingNothingOf, repostedBy, renaming } from './people-rules.ts';

/** What stands where a mute counts (sql: `is_in_feed`): lists by the field that answers them. */
const MUTABLE = new Set<unknown>(['homeFeed', 'followingFeed', 'trendingFeed', 'activitiesByHashtag']);

/** Changes somebody's profile wherever it is cached in full. */
export function changeProfile(id: string, change: (profile: FullProfile) => FullProfile): void {
  apply(changingFull(id, change));
}

/** Somebody's new name, handle, picture and so on, wherever they are, as far as it was asked for there. */
export function renameProfile(profile: Partial<FullProfile> & Pick<Profile, 'id'>): void {
  apply(renaming(profile));
}

/** Somebody is blocked: whatever they wrote or reposted is gone from all that is cached. */
export function forgetPerson(id: string): void {
  removeActivitiesOf(id);
  apply(repostedBy(id));
}

/** Somebody is muted: they are gone from the feeds that are cached, and stay everywhere else. */
export function silencePerson(id: string): void {
  apply(hearingNothingOf(id), ([kind, field]) => kind === 'activities' && MUTABLE.has(field));
}
