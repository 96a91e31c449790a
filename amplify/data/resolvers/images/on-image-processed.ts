import { extensions, type Context } from '@aws-appsync/utils';
import { callerId } from '../lib/statement.ts';

export function request() {
  return { payload: null };
}

export function response(ctx: Context) {
  extensions.setSubscriptionFilter({
    filterGroup: [{ filters: [{ fieldName: 'profileId', operator: 'eq', value: callerId(ctx) }] }],
  });
  return null;
}
