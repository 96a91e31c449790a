import { runtime, type Context } from '@aws-appsync/utils';
import { batchGet, batchGot } from '../messages/lib/batch.ts';
import type { StoredMessage } from '../messages/lib/stored.ts';
import { keepPage, onlyFor, type ExportArguments } from './lib/place.ts';

/** Then their texts, which the index does not hold. */
export function request(ctx: Context<ExportArguments>) {
  onlyFor(ctx, 'messages');
  const sent = ctx.stash['sent'] as { conversationId: string; id: string }[];
  if (sent.length === 0) runtime.earlyReturn(keepPage(ctx, [], ctx.stash['cursor'] as string | null));
  return batchGet(ctx, { Message: sent.map(({ conversationId, id }) => ({ conversationId, id })) });
}

export function response(ctx: Context<ExportArguments>) {
  const items: unknown[] = [];
  for (const message of batchGot<StoredMessage>(ctx, 'Message')) {
    if (message) {
      items.push({
        section: 'messages',
        conversationId: message.conversationId,
        number: message.seq,
        text: message.text ?? null,
        sentAt: message.sentAt,
        editedAt: message.editedAt ?? null,
        deletedAt: message.deletedAt ?? null,
      });
    }
  }
  return keepPage(ctx, items, ctx.stash['cursor'] as string | null);
}
