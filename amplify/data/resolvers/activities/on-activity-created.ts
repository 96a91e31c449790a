import { extensions, type Context } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

/** The server passes on only what `createActivity` marked; a client cannot widen this. */
export function response(_ctx: Context) {
  extensions.setSubscriptionFilter({
    filterGroup: [{ filters: [{ fieldName: 'pulse', operator: 'eq', value: true }] }],
  });
  return null;
}
