import { util, type Context } from '@aws-appsync/utils';
import { isUuid } from '../lib/ids.ts';
import { load, loadedForMember, refuseBlocked } from '../lib/load.ts';

export function request(ctx: Context<{ conversationId: string; clientId: string }>) {
  const { conversationId, clientId } = ctx.args;
  if (!isUuid(clientId)) util.error('A client id is a UUID in lower case.', 'InvalidId');
  return load(ctx, conversationId, { blocks: true, clientId });
}

export function response(ctx: Context) {
  const { blocked, message } = loadedForMember(ctx);
  // What was stored before a block stays what it is: whoever asks again for it learns that it was stored.
  if (message) ctx.stash['storedSeq'] = message.seq;
  else refuseBlocked(blocked);
  return null;
}
