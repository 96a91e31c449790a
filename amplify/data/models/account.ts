import { a } from '@aws-amplify/backend';
import { DELETE_ACCOUNT, HANDLES, resolver } from '../resolver.ts';
import { DIRECT_MESSAGES } from './message-steps.ts';

/** The caller's account. E-mail address, password and second factor are changed with Cognito, by the client. */
export const accountModels = {
  AccountExportPage: a.customType({
    /** One JSON object an item; `section` in it says what it is. */
    items: a.json().required().array().required(),
    /** For the next page; null at the end. */
    cursor: a.string(),
  }),

  /** All that is known of the caller, page by page: a client asks until there is no cursor, and makes a file of it. */
  exportAccount: a
    .query()
    .arguments({ cursor: a.string() })
    .returns(a.ref('AccountExportPage'))
    .handler([
      resolver('account/export-account'),
      resolver('account/export-memberships', 'ConversationMemberTable'),
      resolver('account/export-conversations', DIRECT_MESSAGES),
      resolver('account/export-sent', 'MessageTable'),
      resolver('account/export-messages', DIRECT_MESSAGES),
      resolver('account/export-handles', HANDLES),
    ])
    .authorization((allow) => allow.authenticated()),

  /**
   * Deletes the caller's account and everything they wrote, for good. Takes a sign-in that is at most five minutes old
   * (`auth_time`); else the error is ReauthenticationRequired.
   */
  deleteAccount: a
    .mutation()
    .returns(a.boolean())
    .handler(resolver('account/delete-account', DELETE_ACCOUNT))
    .authorization((allow) => allow.authenticated()),
};
