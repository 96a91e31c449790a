import { a } from '@aws-amplify/backend';
import { resolver } from '../resolver.ts';

/** A list of cruds, read by pages. */
function feed(path: string) {
  return a
    .query()
    .arguments({ limit: a.integer(), cursor: a.string() })
    .returns(a.ref('ActivityPage'))
    .handler(resolver(`feeds/${path}`))
    .authorization((allow) => allow.authenticated());
}

/** Lists of cruds, and of those who acted on one. */
export const feedModels = {
  ActivityPage: a.customType({
    items: a.ref('Activity').required().array().required(),
    /** For the next page; null at the end. A page may have fewer items than asked for, and still a cursor. */
    cursor: a.string(),
    /** In `homeFeed` and `followingFeed`: the position of the first item, for `newSince`; null when there is none. */
    head: a.string(),
  }),

  ProfileTab: a.enum(['CRUDS', 'REPLIES', 'LIKES', 'MEDIA']),

  /** Everybody's live cruds, newest first, without replies. */
  homeFeed: feed('home-feed'),

  /** Cruds and reposts of the caller and of those whom the caller follows, newest first. */
  followingFeed: feed('following-feed'),

  /** What people like, repost, quote and answer, weighed against age. */
  trendingFeed: feed('trending-feed'),

  /** The caller's own, the latest bookmarked first. */
  bookmarks: feed('bookmarks'),

  FeedKind: a.enum(['HOME', 'FOLLOWING']),

  /** How many cruds of others came to a feed (the home feed) after `head`; 50 stands for 50 and more. */
  newSince: a
    .query()
    .arguments({ head: a.string(), feed: a.ref('FeedKind') })
    .returns(a.integer())
    .handler(resolver('feeds/new-since'))
    .authorization((allow) => allow.authenticated()),

  /** One person's cruds, replies, likes (the latest liked first) or cruds with a link. Errors: NotFound. */
  activitiesByProfile: a
    .query()
    .arguments({
      handle: a.string().required(),
      tab: a.ref('ProfileTab'),
      limit: a.integer(),
      cursor: a.string(),
    })
    .returns(a.ref('ActivityPage'))
    .handler(resolver('feeds/activities-by-profile'))
    .authorization((allow) => allow.authenticated()),

  /** Cruds with a hashtag, newest first. */
  activitiesByHashtag: a
    .query()
    .arguments({ tag: a.string().required(), limit: a.integer(), cursor: a.string() })
    .returns(a.ref('ActivityPage'))
    .handler(resolver('feeds/activities-by-hashtag'))
    .authorization((allow) => allow.authenticated()),

  /** Cruds that quote one, newest first. Empty when that one cannot be seen. */
  quotesOf: a
    .query()
    .arguments({ id: a.id().required(), limit: a.integer(), cursor: a.string() })
    .returns(a.ref('ActivityPage'))
    .handler(resolver('feeds/quotes-of'))
    .authorization((allow) => allow.authenticated()),

  /** Who likes a crud, the latest first. Empty when it cannot be seen. */
  likersOf: a
    .query()
    .arguments({ id: a.id().required(), limit: a.integer(), cursor: a.string() })
    .returns(a.ref('ProfilePage'))
    .handler(resolver('feeds/likers-of'))
    .authorization((allow) => allow.authenticated()),
};
