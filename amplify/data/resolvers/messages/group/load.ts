import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { requireSelection } from '../lib/event.ts';
import { conversationOf, load, loadedForMember } from '../lib/load.ts';
import { checkSize, othersOf } from '../lib/people.ts';

interface Arguments {
  conversationId: string;
  memberIds?: string[];
}

export function request(ctx: Context<Arguments>) {
  requireSelection(ctx);
  return load(ctx, ctx.args.conversationId, {});
}

/** For groups alone. Leaves in the stash who is to be added. */
export function response(ctx: Context<Arguments>) {
  loadedForMember(ctx);
  const { kind, memberIds } = conversationOf(ctx);
  if (kind !== 'GROUP') {
    util.error('This is not a group. Start a group with the people whom you want in it.', 'NotAllowed');
  }
  if (ctx.args.memberIds) {
    const others = othersOf(ctx.args.memberIds, callerId(ctx)).filter((id) => !memberIds.includes(id));
    checkSize(memberIds.length + others.length);
    ctx.stash['others'] = others;
  }
  return null;
}
