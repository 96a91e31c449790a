import { a } from '@aws-amplify/backend';
import { EXPIRY_CHOICES, type ExpiresIn } from '../../../shared/expiry.ts';
import { resolver } from '../resolver.ts';

const expiresIn = EXPIRY_CHOICES.map((choice) => choice.value) as [ExpiresIn, ...ExpiresIn[]];

/** Cruds: table `activities`. Guests may read what `guest-access.ts` names. */
export const activityModels = {
  ExpiresIn: a.enum(expiresIn),

  Activity: a.customType({
    id: a.id().required(),
    /** The id that the author's client gave it. */
    clientId: a.id().required(),
    author: a.ref('Profile').required(),
    message: a.string().required(),
    createdAt: a.datetime().required(),
    expiresAt: a.datetime().required(),
    /** Set by `createActivity` alone: whether subscribers are told at once (docs/adr/0004). */
    pulse: a.boolean(),
  }),

  ActivityPage: a.customType({
    items: a.ref('Activity').required().array().required(),
    /** For the next page; null at the end. */
    cursor: a.string(),
  }),

  /** Everybody's live cruds, newest first. */
  homeFeed: a
    .query()
    .arguments({ limit: a.integer(), cursor: a.string() })
    .returns(a.ref('ActivityPage'))
    .handler(resolver('activities/home-feed'))
    .authorization((allow) => allow.authenticated()),

  /** One live crud, or null. */
  activity: a
    .query()
    .arguments({ id: a.id().required() })
    .returns(a.ref('Activity'))
    .handler(resolver('activities/activity'))
    .authorization((allow) => allow.authenticated()),

  /** Posts a crud. The same `clientId` again answers the same crud. */
  createActivity: a
    .mutation()
    .arguments({ clientId: a.id().required(), message: a.string().required(), expiresIn: a.ref('ExpiresIn') })
    .returns(a.ref('Activity'))
    .handler(resolver('activities/create-activity'))
    .authorization((allow) => allow.authenticated()),

  /** Tells that there are new cruds: at most one in two seconds, with the crud that was first. */
  onActivityCreated: a
    .subscription()
    .for(a.ref('createActivity'))
    .handler(resolver('activities/on-activity-created', 'NONE_DS'))
    .authorization((allow) => allow.authenticated()),
};
