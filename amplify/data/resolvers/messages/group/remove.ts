import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { departureWritten, writeDeparture } from '../lib/departure.ts';
import { endIfDone } from '../lib/event.ts';
import { conversationOf } from '../lib/load.ts';
import { refuseUnlessOwner } from '../lib/membership.ts';

export function request(ctx: Context<{ memberId: string }>) {
  endIfDone(ctx);
  const { memberId } = ctx.args;
  refuseUnlessOwner(ctx, callerId(ctx));
  if (memberId === callerId(ctx)) util.error('To go yourself, leave the group.', 'NotAllowed');
  if (!conversationOf(ctx).memberIds.includes(memberId)) {
    util.error('This person is not in the group.', 'PersonNotFound');
  }
  return writeDeparture(ctx, memberId);
}

export function response(ctx: Context<{ memberId: string }>) {
  return departureWritten(ctx, callerId(ctx), ctx.args.memberId);
}
