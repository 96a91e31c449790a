import { a } from '@aws-amplify/backend';
import { CHANGE_HANDLE, ENSURE_PROFILE, HANDLES, resolver } from '../resolver.ts';
import { recordBlock, removeBlock, type Step } from './message-steps.ts';

const page = { limit: a.integer(), cursor: a.string() };

/** A mutation between the caller and somebody else, by that one's id; and what else has to know of it. */
function between(path: string, ...more: Step[]) {
  return a
    .mutation()
    .arguments({ id: a.id().required() })
    .returns(a.ref('Relationship'))
    .handler([resolver(path), ...more])
    .authorization((allow) => allow.authenticated());
}

/** A page of people around somebody, by that one's id. */
function peopleOf(path: string) {
  return a
    .query()
    .arguments({ id: a.id().required(), ...page })
    .returns(a.ref('ProfilePage'))
    .handler(resolver(path))
    .authorization((allow) => allow.authenticated());
}

/** A page of people whom the caller chose. */
function ownPeople(path: string) {
  return a
    .query()
    .arguments(page)
    .returns(a.ref('ProfilePage'))
    .handler(resolver(path))
    .authorization((allow) => allow.authenticated());
}

/** People: table `profiles`. Guests may read what `guest-access.ts` names. */
export const profileModels = {
  /** Authors inside cruds and actors of notifications have the required fields alone; the others are null there. */
  Profile: a.customType({
    id: a.id().required(),
    handle: a.string().required(),
    displayName: a.string().required(),
    createdAt: a.datetime().required(),
    /** The picture's version, from which its addresses follow (shared/images.ts); null without one. */
    avatar: a.string(),
    /** The same for the cover; not inside cruds and notifications. */
    cover: a.string(),
    bio: a.string(),
    location: a.string(),
    website: a.string(),
    followerCount: a.integer(),
    followingCount: a.integer(),
    /** Cruds and replies. */
    activityCount: a.integer(),
    followedByMe: a.boolean(),
    followsMe: a.boolean(),
    mutedByMe: a.boolean(),
    blockedByMe: a.boolean(),
    /** True for oneself alone: others do not find a suspended person. */
    suspended: a.boolean(),
    suspendedReason: a.string(),
  }),

  ProfilePage: a.customType({
    items: a.ref('Profile').required().array().required(),
    cursor: a.string(),
  }),

  /** How the caller stands to somebody, after a mutation. */
  Relationship: a.customType({
    /** The other one's. */
    id: a.id().required(),
    followedByMe: a.boolean().required(),
    followsMe: a.boolean().required(),
    followerCount: a.integer().required(),
    /** Null after followProfile and unfollowProfile: whoever listens gets what the follower selected. */
    mutedByMe: a.boolean(),
    blockedByMe: a.boolean(),
    /** Whom `onNewFollower` tells; select it, or nobody is told (docs/adr/0006). */
    notifies: a.id().required().array(),
  }),

  /** The caller's own profile; null until it exists (see `ensureProfile`). */
  me: a
    .query()
    .returns(a.ref('Profile'))
    .handler(resolver('profiles/me'))
    .authorization((allow) => allow.authenticated()),

  /** Somebody's profile by handle, with or without @; null when there is nobody, or not for the caller. */
  profile: a
    .query()
    .arguments({ handle: a.string().required() })
    .returns(a.ref('Profile'))
    .handler(resolver('profiles/profile'))
    .authorization((allow) => allow.authenticated()),

  /** At most 50, in no order, without those who are not there for the caller: the names in conversations. */
  profilesByIds: a
    .query()
    .arguments({ ids: a.id().required().array().required() })
    .returns(a.ref('Profile').required().array())
    .handler(resolver('profiles/profiles-by-ids'))
    .authorization((allow) => allow.authenticated()),

  /** Newest first. Empty when the person is not there for the caller. */
  followers: peopleOf('profiles/followers'),
  following: peopleOf('profiles/following'),
  blockedProfiles: ownPeople('profiles/blocked-profiles'),
  mutedProfiles: ownPeople('profiles/muted-profiles'),

  suggestedProfiles: a
    .query()
    .arguments({ limit: a.integer() })
    .returns(a.ref('Profile').required().array())
    .handler(resolver('profiles/suggested-profiles'))
    .authorization((allow) => allow.authenticated()),

  /** Whether a handle may be taken; false for malformed and reserved ones too. */
  handleAvailable: a
    .query()
    .arguments({ handle: a.string().required() })
    .returns(a.boolean())
    .handler(resolver('profiles/handle-available', HANDLES))
    .authorization((allow) => allow.authenticated()),

  /** The caller's own profile, created when sign-up could not. Errors: AccountClosed, while a deleted account's token lasts. */
  ensureProfile: a
    .mutation()
    .returns(a.ref('Profile'))
    .handler(resolver('profiles/ensure-profile', ENSURE_PROFILE))
    .authorization((allow) => allow.authenticated()),

  /** Changes what is given; an empty text clears bio, location or website. */
  updateProfile: a
    .mutation()
    .arguments({ displayName: a.string(), bio: a.string(), location: a.string(), website: a.string() })
    .returns(a.ref('Profile'))
    .handler(resolver('profiles/update-profile'))
    .authorization((allow) => allow.authenticated()),

  /** Gives the caller another handle. The old one is kept for them for 30 days, then anybody may have it. */
  changeHandle: a
    .mutation()
    .arguments({ handle: a.string().required() })
    .returns(a.ref('Profile'))
    .handler(resolver('profiles/change-handle', CHANGE_HANDLE))
    .authorization((allow) => allow.authenticated()),

  followProfile: between('profiles/follow-profile'),
  unfollowProfile: between('profiles/unfollow-profile'),
  blockProfile: between('profiles/block-profile', recordBlock),
  unblockProfile: between('profiles/unblock-profile', removeBlock),
  muteProfile: between('profiles/mute-profile'),
  unmuteProfile: between('profiles/unmute-profile'),
};
