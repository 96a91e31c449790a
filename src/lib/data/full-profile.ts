import type { Schema } from '../../../amplify/data/resource.ts';

type Everything = Schema['Profile']['type'];
type Told<Name extends keyof Everything> = { [Key in Name]: NonNullable<Everything[Key]> };

/** What the app asks of a profile that stands for itself: on its page and in lists of people. */
export const FULL_PROFILE_FIELDS =
  'id handle displayName createdAt avatar cover bio location website followerCount followingCount activityCount ' +
  'followedByMe followsMe mutedByMe blockedByMe suspended suspendedReason';

/** A profile with all that the viewer may know of it. Authors inside cruds are the shorter `Profile`. */
export type FullProfile = Pick<
  Everything,
  'id' | 'handle' | 'displayName' | 'createdAt' | 'avatar' | 'cover' | 'suspendedReason'
> &
  Told<
    | 'bio'
    | 'location'
    | 'website'
    | 'followerCount'
    | 'followingCount'
    | 'activityCount'
    | 'followedByMe'
    | 'followsMe'
    | 'mutedByMe'
    | 'blockedByMe'
    | 'suspended'
  >;

export type FullProfilePage = { items: FullProfile[]; cursor: string | null };

/** The address of somebody's page. */
export function profilePath(handle: string): string {
  return `/@${handle}`;
}
