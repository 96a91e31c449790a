import type { Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { finish, requireSelection } from '../lib/event.ts';
import { conversationOf, load, loadedForMember, refuseBlocked } from '../lib/load.ts';

/** Stores nothing: tells the others of this moment that the caller types. */
export function request(ctx: Context<{ conversationId: string }>) {
  requireSelection(ctx);
  return load(ctx, ctx.args.conversationId, { blocks: true });
}

export function response(ctx: Context) {
  const { blocked } = loadedForMember(ctx);
  refuseBlocked(blocked);
  const caller = callerId(ctx);
  const { id, memberIds } = conversationOf(ctx);
  return finish(
    ctx,
    'TYPING',
    id,
    memberIds.filter((userId) => userId !== caller),
    {},
  );
}
