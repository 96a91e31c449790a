import { util, type Context } from '@aws-appsync/utils';
import { endIfDone, finish, messageView } from '../lib/event.ts';
import { conversationOf, load, loadedForMember } from '../lib/load.ts';

interface Arguments {
  conversationId: string;
  text: string;
}

/** The message was stored before, by an earlier send with this client id: that one is the answer. */
export function request(ctx: Context<Arguments>) {
  endIfDone(ctx);
  return load(ctx, ctx.args.conversationId, { seq: ctx.stash['storedSeq'] as number });
}

/**
 * Everybody is told again: the first event may have been lost together with the answer. Once the text was edited or
 * deleted the sent one is gone, and only its length can tell another text.
 */
export function response(ctx: Context<Arguments>) {
  const { message } = loadedForMember(ctx);
  if (!message) util.error('Something went wrong on our side. Please try again.', 'Internal');
  const untouched = !message!.editedAt && !message!.deletedAt;
  const same = untouched ? message!.text === ctx.args.text : message!.sentLength === ctx.args.text.length;
  if (!same) util.error('This client id belongs to a message with another text.', 'ClientIdReused');
  const conversation = conversationOf(ctx);
  ctx.stash['at'] = message!.sentAt;
  return finish(ctx, 'MESSAGE', conversation.id, conversation.memberIds, {
    message: messageView(message!),
    lastSeq: conversation.lastSeq,
  });
}
