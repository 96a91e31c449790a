import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { changeWritten, writeChange } from '../lib/change.ts';
import { endIfDone } from '../lib/event.ts';
import type { StoredMessage } from '../lib/stored.ts';

export function request(ctx: Context<{ text: string }>) {
  endIfDone(ctx);
  const editedAt = util.time.nowISO8601();
  const { text } = ctx.args;
  ctx.stash['at'] = editedAt;
  const message = ctx.stash['message'] as StoredMessage;
  return writeChange(ctx, { ...message, text, editedAt }, { text, editedAt }, []);
}

export function response(ctx: Context) {
  return changeWritten(ctx, 'EDITED', callerId(ctx));
}
