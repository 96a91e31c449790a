import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { changeWritten, writeChange } from '../lib/change.ts';
import { endIfDone } from '../lib/event.ts';
import type { StoredMessage } from '../lib/stored.ts';

/** The text goes; that there was a message stays, so that the others' numbers and readers' places do. */
export function request(ctx: Context) {
  endIfDone(ctx);
  const deletedAt = util.time.nowISO8601();
  ctx.stash['at'] = deletedAt;
  const { conversationId, id, seq, clientId, senderId, sentLength, sentAt } = ctx.stash[
    'message'
  ] as StoredMessage;
  const left = { conversationId, id, seq, clientId, senderId, sentLength, sentAt, deletedAt };
  return writeChange(ctx, left, { deletedAt }, ['text', 'editedAt']);
}

export function response(ctx: Context) {
  return changeWritten(ctx, 'DELETED', callerId(ctx));
}
