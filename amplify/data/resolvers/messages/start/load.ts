import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { finish } from '../lib/event.ts';
import { conversationOfTwo, isUuid } from '../lib/ids.ts';
import { load, loaded, notFound } from '../lib/load.ts';
import { checkSize, othersOf } from '../lib/people.ts';

interface Arguments {
  memberIds: string[];
  clientId?: string | null;
}

/** Looks whether the conversation is there already. */
export function request(ctx: Context<Arguments>) {
  const caller = callerId(ctx);
  const others = othersOf(ctx.args.memberIds, caller);
  checkSize(others.length + 1);
  const { clientId } = ctx.args;
  let id = conversationOfTwo(caller, others[0] ?? caller);
  if (others.length > 1) {
    if (!clientId || !isUuid(clientId))
      util.error('A group needs a client id: a UUID in lower case.', 'InvalidId');
    id = `group_${caller}_${clientId}`;
  }
  ctx.stash['others'] = others;
  ctx.stash['conversationId'] = id;
  return load(ctx, id, { blocks: true });
}

export function response(ctx: Context<Arguments>) {
  const { conversation, member, blocked } = loaded(ctx);
  // Nobody learns from this who blocked whom.
  if (blocked) util.error('One of these people is not there, or not for you.', 'PersonNotFound');
  if (!conversation) return null;
  if (!member) notFound();
  const { id, memberIds, title, ownerId } = conversation;
  return finish(ctx, 'STARTED', id, [callerId(ctx)], {
    memberIds,
    title: title ?? null,
    ownerId: ownerId ?? null,
  });
}
