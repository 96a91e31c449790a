import { util, type Context } from '@aws-appsync/utils';
import { suspensionKey } from './lib/suspension.ts';
import { busy } from './lib/write.ts';

/** The last step of `unsuspendProfile`. */
export function request(ctx: Context) {
  const key = util.dynamodb.toMapValues(suspensionKey(ctx.stash['profileId'] as string));
  return { operation: 'DeleteItem', key };
}

export function response(ctx: Context) {
  if (ctx.error) busy(ctx.error.type);
  return ctx.prev.result;
}
