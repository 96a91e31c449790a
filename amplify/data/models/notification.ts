import { a } from '@aws-amplify/backend';
import { resolver } from '../resolver.ts';

/** What happened to the caller: tables `notifications` and `notification_groups`. */
export const notificationModels = {
  NotificationKind: a.enum(['LIKE', 'REPOST', 'QUOTE', 'REPLY', 'MENTION', 'FOLLOW']),

  /** A group: «Ada and 3 others liked your crud». */
  Notification: a.customType({
    /** Of the newest in the group: it changes when something is added. Give it to `markNotificationsRead`. */
    id: a.id().required(),
    kind: a.ref('NotificationKind').required(),
    /** The caller's crud for likes and reposts, the actor's for replies, quotes and mentions, null for follows. */
    activity: a.ref('Activity'),
    /** The newest three. */
    actors: a.ref('Profile').required().array().required(),
    /** How many it were, those in `actors` included. */
    total: a.integer().required(),
    createdAt: a.datetime().required(),
    unread: a.boolean().required(),
  }),

  NotificationPage: a.customType({
    items: a.ref('Notification').required().array().required(),
    cursor: a.string(),
  }),

  NotificationSettings: a.customType({
    mutedKinds: a.ref('NotificationKind').required().array().required(),
  }),

  notifications: a
    .query()
    .arguments({ limit: a.integer(), cursor: a.string() })
    .returns(a.ref('NotificationPage'))
    .handler(resolver('notifications/notifications'))
    .authorization((allow) => allow.authenticated()),

  /** How many groups are unread; 99 stands for «99 or more». */
  unreadNotificationCount: a
    .query()
    .returns(a.integer())
    .handler(resolver('notifications/unread-notification-count'))
    .authorization((allow) => allow.authenticated()),

  notificationSettings: a
    .query()
    .returns(a.ref('NotificationSettings'))
    .handler(resolver('notifications/notification-settings'))
    .authorization((allow) => allow.authenticated()),

  /** Everything up to this notification, it included, is read. */
  markNotificationsRead: a
    .mutation()
    .arguments({ upTo: a.id().required() })
    .returns(a.boolean())
    .handler(resolver('notifications/mark-notifications-read'))
    .authorization((allow) => allow.authenticated()),

  /** Kinds of which nothing is noted down from now on. */
  updateNotificationSettings: a
    .mutation()
    .arguments({ mutedKinds: a.ref('NotificationKind').required().array().required() })
    .returns(a.ref('NotificationSettings'))
    .handler(resolver('notifications/update-notification-settings'))
    .authorization((allow) => allow.authenticated()),

  /**
   * Tells the caller alone that there is something new about cruds (docs/adr/0006): at most once in two seconds. Select
   * `notifies` and nothing else, then ask for `unreadNotificationCount` at once and two seconds later.
   */
  onNotification: a
    .subscription()
    .for([a.ref('createActivity'), a.ref('likeActivity'), a.ref('repostActivity')])
    .handler(resolver('notifications/on-notification', 'NONE_DS'))
    .authorization((allow) => allow.authenticated()),

  /** The same for follows. */
  onNewFollower: a
    .subscription()
    .for(a.ref('followProfile'))
    .handler(resolver('notifications/on-new-follower', 'NONE_DS'))
    .authorization((allow) => allow.authenticated()),
};
