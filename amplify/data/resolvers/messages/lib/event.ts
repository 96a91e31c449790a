import { runtime, util, type Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { EVENT_FIELDS } from '../../../../../shared/conversation-event.ts';
import { NOBODY } from '../../../../../shared/message-keys.ts';
import type { StoredMessage } from './stored.ts';

/** The GraphQL type DirectMessage. */
export function messageView(message: StoredMessage) {
  return {
    conversationId: message.conversationId,
    seq: message.seq,
    clientId: message.clientId,
    senderId: message.senderId ?? NOBODY,
    text: message.text ?? null,
    createdAt: message.sentAt,
    editedAt: message.editedAt ?? null,
    deletedAt: message.deletedAt ?? null,
  };
}

/**
 * Subscribers get of an event what its mutation selected, and the server's filter sees no more either. So a mutation
 * that leaves something out is refused before it does anything.
 */
export function requireSelection(ctx: Context): void {
  const missing = EVENT_FIELDS.filter((field) => !ctx.info.selectionSetList.includes(field));
  if (missing.length > 0) {
    util.error(
      `Others learn of this by what you select: please select ${missing.join(', ')} too.`,
      'IncompleteSelection',
    );
  }
}

/** The GraphQL type ConversationEvent, and the end of the steps that would try again. */
export function finish(
  ctx: Context,
  kind: string,
  conversationId: string,
  recipients: string[],
  details: Record<string, unknown>,
) {
  const at = ctx.stash['at'] as string | undefined;
  const event = {
    recipients,
    kind,
    conversationId,
    actorId: callerId(ctx),
    at: at ?? util.time.nowISO8601(),
    ...details,
  };
  ctx.stash['done'] = true;
  return event;
}

/** For the first line of a step: ends the pipeline when one before it has done the work. */
export function endIfDone(ctx: Context): void {
  if (ctx.stash['done']) runtime.earlyReturn(ctx.prev.result, { skipTo: 'END' });
}
