import { extensions, type Context } from '@aws-appsync/utils';
import { callerId } from '../lib/statement.ts';

export function request() {
  return { payload: null };
}

/** The server passes on only what concerns the caller; a client cannot widen this. */
export function response(ctx: Context) {
  extensions.setSubscriptionFilter({
    filterGroup: [{ filters: [{ fieldName: 'recipients', operator: 'contains', value: callerId(ctx) }] }],
  });
  return null;
}
