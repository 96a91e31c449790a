import { extensions, type Context } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

export function response(ctx: Context<{ threadId: string }>) {
  extensions.setSubscriptionFilter({
    filterGroup: [{ filters: [{ fieldName: 'threadId', operator: 'eq', value: ctx.args.threadId }] }],
  });
  return null;
}
