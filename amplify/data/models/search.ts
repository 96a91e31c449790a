import { a } from '@aws-amplify/backend';
import { resolver } from '../resolver.ts';

/** Search, and what to look at. */
export const searchModels = {
  TrendingHashtag: a.customType({
    /** Without #. */
    tag: a.string().required(),
    activityCount: a.integer().required(),
    authorCount: a.integer().required(),
  }),

  /** Live cruds and replies with all words of the query, each by its beginning; newest first. Errors: QueryTooLong. */
  searchActivities: a
    .query()
    .arguments({ query: a.string().required(), limit: a.integer(), cursor: a.string() })
    .returns(a.ref('ActivityPage'))
    .handler(resolver('search/search-activities'))
    .authorization((allow) => allow.authenticated()),

  /** People whose handle or name resembles the query, the most similar first. Errors: QueryTooLong. */
  searchPeople: a
    .query()
    .arguments({ query: a.string().required(), limit: a.integer(), cursor: a.string() })
    .returns(a.ref('ProfilePage'))
    .handler(resolver('search/search-people'))
    .authorization((allow) => allow.authenticated()),

  /** What many people write about now: at most ten, unless asked for fewer or more (50). */
  trendingHashtags: a
    .query()
    .arguments({ limit: a.integer() })
    .returns(a.ref('TrendingHashtag').required().array().required())
    .handler(resolver('search/trending-hashtags'))
    .authorization((allow) => allow.authenticated()),
};
