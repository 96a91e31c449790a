import { util, type Context } from '@aws-appsync/utils';
import { suspensionKey } from './lib/suspension.ts';
import { busy } from './lib/write.ts';

/** The last step of `suspendProfile`: from now on they cannot write messages either. Twice is once. */
export function request(ctx: Context) {
  return {
    operation: 'PutItem',
    key: util.dynamodb.toMapValues(suspensionKey(ctx.stash['profileId'] as string)),
    attributeValues: util.dynamodb.toMapValues({ createdAt: util.time.nowISO8601() }),
  };
}

export function response(ctx: Context) {
  if (ctx.error) busy(ctx.error.type);
  return ctx.prev.result;
}
