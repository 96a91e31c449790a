import type { FullProfile } from '../../../lib/data/full-profile.ts';

/** A profile as it is once the viewer follows it, or no longer does; as it is when that is so already. */
export function withFollow(profile: FullProfile, follow: boolean): FullProfile {
  if (profile.followedByMe === follow) return profile;
  const followerCount = Math.max(0, profile.followerCount + (follow ? 1 : -1));
  return { ...profile, followedByMe: follow, followerCount };
}

/** A profile as it is once the viewer blocked it: nobody follows anybody any more. Unblocked, nothing comes back. */
export function withBlock(profile: FullProfile, block: boolean): FullProfile {
  if (!block) return { ...profile, blockedByMe: false };
  const { followerCount, followingCount, followedByMe, followsMe } = profile;
  return {
    ...profile,
    blockedByMe: true,
    followedByMe: false,
    followsMe: false,
    followerCount: Math.max(0, followerCount - (followedByMe ? 1 : 0)),
    followingCount: Math.max(0, followingCount - (followsMe ? 1 : 0)),
  };
}
