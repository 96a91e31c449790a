import { runtime, util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { endIfDone, finish } from '../lib/event.ts';
import { conversationOf } from '../lib/load.ts';
import { changeOfMembers, groupWritten, newMember } from '../lib/membership.ts';
import { checkSize } from '../lib/people.ts';

/** Who is added sees what is sent from now on, and nothing from before. */
export function request(ctx: Context) {
  endIfDone(ctx);
  const { id, memberIds, lastSeq, ownerId } = conversationOf(ctx);
  const added = (ctx.stash['others'] as string[]).filter((userId) => !memberIds.includes(userId));
  checkSize(memberIds.length + added.length);
  if (added.length === 0) {
    runtime.earlyReturn(finish(ctx, 'MEMBERS', id, [], { memberIds, ownerId: ownerId ?? null }), {
      skipTo: 'END',
    });
  }
  const at = util.time.nowISO8601();
  ctx.stash['at'] = at;
  ctx.stash['added'] = added;
  return {
    operation: 'TransactWriteItems',
    transactItems: [changeOfMembers(ctx, { memberIds: memberIds.concat(added) })].concat(
      added.map((userId) => newMember(ctx, id, userId, lastSeq, at, true)),
    ),
  };
}

export function response(ctx: Context) {
  const { memberIds: before, ownerId, title, lastSeq } = conversationOf(ctx);
  const memberIds = before.concat(ctx.stash['added'] as string[]);
  const details = { memberIds, ownerId: ownerId ?? null, title: title ?? null, lastSeq };
  return groupWritten(ctx, callerId(ctx), 'MEMBERS', memberIds, details);
}
