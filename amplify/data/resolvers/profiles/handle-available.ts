import { runtime, util, type Context } from '@aws-appsync/utils';
import { RESERVED_HANDLES_TEXT } from '../../../../shared/reserved-handles.ts';
import { normalHandle } from '../lib/normal-handle.ts';
import { viewerId } from '../lib/viewer.ts';

interface HandleItem {
  userId: string;
  expiresAt?: number;
}

export function request(ctx: Context<{ handle: string }>) {
  const handle = normalHandle(ctx.args.handle);
  // The rule of shared/handle.ts, within APPSYNC_JS. A handle that nobody may have needs no look.
  const isWellFormed = util.matches('^[a-z][a-z0-9_]{2,19}$', handle);
  if (!isWellFormed || RESERVED_HANDLES_TEXT.split(' ').includes(handle)) return runtime.earlyReturn(false);
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ handle }), consistentRead: true };
}

/** Free, or reserved by somebody who did not confirm in time, or the caller's own. */
export function response(ctx: Context) {
  if (ctx.error) util.error('Something went wrong on our side. Please try again.', 'Internal');
  const item = ctx.result as HandleItem | null;
  if (!item) return true;
  const isOver = item.expiresAt !== undefined && item.expiresAt < util.time.nowEpochSeconds();
  return isOver || item.userId === viewerId(ctx);
}
