import { extensions, type Context } from '@aws-appsync/utils';
import { callerId } from './statement.ts';

/** Lets a subscriber hear only of what names them; a client cannot widen this. */
export function onlyWhatNotifiesMe(ctx: Context): null {
  extensions.setSubscriptionFilter({
    filterGroup: [{ filters: [{ fieldName: 'notifies', operator: 'contains', value: callerId(ctx) }] }],
  });
  return null;
}
