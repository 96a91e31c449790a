import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { requireSelection } from '../lib/event.ts';
import { load, loadedForMember, memberOf, refuseBlocked } from '../lib/load.ts';

interface Arguments {
  conversationId: string;
  seq: number;
}

export function request(ctx: Context<Arguments>) {
  requireSelection(ctx);
  const { conversationId, seq } = ctx.args;
  if (seq < 1) util.error('There is no such message.', 'NotFound');
  return load(ctx, conversationId, { seq, blocks: true });
}

/** An edit can say something new: it needs what a send needs. Taking back is always possible. */
export function response(ctx: Context<Arguments>) {
  const { blocked, message } = loadedForMember(ctx);
  if (ctx.info.fieldName === 'editMessage') refuseBlocked(blocked);
  const isThere = message && message.seq > memberOf(ctx).joinedSeq && !message.deletedAt;
  if (!isThere) util.error('There is no such message.', 'NotFound');
  if (message!.senderId !== callerId(ctx)) {
    util.error('Only its sender can change a message.', 'NotAllowed');
  }
  ctx.stash['message'] = message;
  return null;
}
