import { util, type Context } from '@aws-appsync/utils';

/** A function has a role of its own; people come with a `sub`, or with a role by way of an identity pool. */
export function request(ctx: Context) {
  const identity = ctx.identity as { userArn?: string; cognitoIdentityId?: string | null } | null;
  if (!identity?.userArn || identity.cognitoIdentityId) util.unauthorized();
  return { payload: ctx.args };
}

export function response(ctx: Context) {
  return ctx.result;
}
