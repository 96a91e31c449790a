import { util, type Context } from '@aws-appsync/utils';
import { FRESH_SIGN_IN_SECONDS } from '../../../../shared/limits.ts';
import { answered, invoke } from '../lib/lambda.ts';

export function request(ctx: Context) {
  const identity = ctx.identity as { claims?: { auth_time?: number | string } } | null;
  const signedInAt = parseInt(`${identity?.claims?.auth_time ?? 0}`);
  if (util.time.nowEpochSeconds() - signedInAt > FRESH_SIGN_IN_SECONDS) {
    util.error('Please sign in again to delete your account.', 'ReauthenticationRequired');
  }
  return invoke(ctx, {});
}

export function response(ctx: Context) {
  return answered(ctx);
}
