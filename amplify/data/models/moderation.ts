import { a } from '@aws-amplify/backend';
import { resolver } from '../resolver.ts';
import { recordSuspension, removeSuspension, type Step } from './message-steps.ts';

const report = { id: a.id().required(), reason: a.ref('ReportReason').required(), note: a.string() };
const page = { limit: a.integer(), cursor: a.string() };

/** What a moderator does to something, by its id, with a reason that is logged; and what else has to know of it. */
function act(path: string, ...more: Step[]) {
  return a
    .mutation()
    .arguments({ id: a.id().required(), reason: a.string().required() })
    .returns(a.boolean())
    .handler([resolver(path), ...more])
    .authorization((allow) => allow.group('moderators'));
}

/** Reports and what becomes of them: tables `reports` and `moderation_log`. */
export const moderationModels = {
  ReportReason: a.enum(['SPAM', 'ABUSE', 'VIOLENCE', 'SEXUAL', 'SELF_HARM', 'IMPERSONATION', 'OTHER']),
  ModerationActKind: a.enum(['HIDE', 'UNHIDE', 'SUSPEND', 'UNSUSPEND', 'DISMISS']),

  Report: a.customType({
    id: a.id().required(),
    reason: a.ref('ReportReason').required(),
    note: a.string().required(),
    createdAt: a.datetime().required(),
    /** The crud's text when it was reported; null when a person was. It outlives the crud. */
    messageCopy: a.string(),
    /** Null when a person was reported, and once the crud is deleted. */
    activityId: a.id(),
    activityHidden: a.boolean().required(),
    /** Who was reported, or wrote what was. */
    profile: a.ref('Profile').required(),
    reporter: a.ref('Profile').required(),
  }),

  ReportPage: a.customType({
    items: a.ref('Report').required().array().required(),
    cursor: a.string(),
  }),

  ModerationAct: a.customType({
    id: a.id().required(),
    act: a.ref('ModerationActKind').required(),
    reason: a.string().required(),
    createdAt: a.datetime().required(),
    activityId: a.id(),
    /** Null once the person deleted their account. */
    profile: a.ref('Profile'),
    moderator: a.ref('Profile'),
  }),

  ModerationActPage: a.customType({
    items: a.ref('ModerationAct').required().array().required(),
    cursor: a.string(),
  }),

  /** Reports a crud. Reporting again what nobody has dealt with yet changes nothing. */
  reportActivity: a
    .mutation()
    .arguments(report)
    .returns(a.boolean())
    .handler(resolver('moderation/report-activity'))
    .authorization((allow) => allow.authenticated()),

  reportProfile: a
    .mutation()
    .arguments(report)
    .returns(a.boolean())
    .handler(resolver('moderation/report-profile'))
    .authorization((allow) => allow.authenticated()),

  /** Oldest first. */
  openReports: a
    .query()
    .arguments(page)
    .returns(a.ref('ReportPage'))
    .handler(resolver('moderation/open-reports'))
    .authorization((allow) => allow.group('moderators')),

  /** Newest first. */
  moderationLog: a
    .query()
    .arguments(page)
    .returns(a.ref('ModerationActPage'))
    .handler(resolver('moderation/moderation-log'))
    .authorization((allow) => allow.group('moderators')),

  hideActivity: act('moderation/hide-activity'),
  unhideActivity: act('moderation/unhide-activity'),
  suspendProfile: act('moderation/suspend-profile', recordSuspension),
  unsuspendProfile: act('moderation/unsuspend-profile', removeSuspension),
  dismissReport: act('moderation/dismiss-report'),
};
