import { util, type Context } from '@aws-appsync/utils';
import { isUuid } from '../lib/ids.ts';
import { conversationOf, load, loadedForMember, refuseBlocked } from '../lib/load.ts';

export function request(ctx: Context<{ conversationId: string; clientId: string }>) {
  const { conversationId, clientId } = ctx.args;
  if (!isUuid(clientId)) util.error('A client id is a UUID in lower case.', 'InvalidId');
  return load(ctx, conversationId, { blocks: true, clientId });
}

export function response(ctx: Context) {
  const { blocked, message } = loadedForMember(ctx);
  // What was stored before a block stays what it is: whoever asks again for it learns that it was stored.
  if (message) {
    ctx.stash['storedSeq'] = message.seq;
    return null;
  }
  refuseBlocked(blocked);
  const { kind, memberIds } = conversationOf(ctx);
  if (kind === 'DIRECT' && memberIds.length < 2) {
    util.error('This person has deleted their account.', 'PersonNotFound');
  }
  return null;
}
