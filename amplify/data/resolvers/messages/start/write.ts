import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { endIfDone, finish } from '../lib/event.ts';
import { newMember } from '../lib/membership.ts';
import { table } from '../lib/tables.ts';
import { put, refusals } from '../lib/write.ts';

interface Arguments {
  title?: string | null;
}

/** Makes the conversation with all its members, unless somebody just did. */
export function request(ctx: Context<Arguments>) {
  endIfDone(ctx);
  const caller = callerId(ctx);
  const others = ctx.stash['others'] as string[];
  const conversationId = ctx.stash['conversationId'] as string;
  const createdAt = util.time.nowISO8601();
  const isGroup = others.length > 1;
  const title = isGroup ? ctx.args.title : null;
  const memberIds = [caller].concat(others);
  const details = { title: title ?? null, ownerId: isGroup ? caller : null, memberIds };
  ctx.stash['details'] = details;
  ctx.stash['at'] = createdAt;
  const conversation: Record<string, unknown> = {
    kind: isGroup ? 'GROUP' : others.length === 1 ? 'DIRECT' : 'NOTES',
    memberIds,
    membersVersion: 1,
    createdAt,
    lastSeq: 0,
    revision: 0,
  };
  if (title) conversation['title'] = title;
  if (isGroup) conversation['ownerId'] = caller;
  return {
    operation: 'TransactWriteItems',
    transactItems: [
      put(table(ctx, 'Conversation'), { id: conversationId }, { id: conversationId, ...conversation }, 'id'),
    ].concat(
      memberIds.map((userId) =>
        // A conversation of two comes into the other one's inbox with its first message.
        newMember(ctx, conversationId, userId, 0, createdAt, isGroup || userId === caller),
      ),
    ),
  };
}

export function response(ctx: Context<Arguments>) {
  const refused = refusals(ctx);
  const id = ctx.stash['conversationId'] as string;
  const details = ctx.stash['details'] as { ownerId: string | null; memberIds: string[] };
  // Refused when the other one, or another tab, was a moment earlier: then it is there, with the same members.
  if (refused && !refused[0]?.failed) {
    util.error('A lot is happening in this conversation. Please try again.', 'Conflict');
  }
  const recipients = details.ownerId && !refused ? details.memberIds : [callerId(ctx)];
  return finish(ctx, 'STARTED', id, recipients, details);
}
