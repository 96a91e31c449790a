import { runtime, util, type Context } from '@aws-appsync/utils';
import type { StoredMessage } from '../messages/lib/stored.ts';
import { table } from '../messages/lib/tables.ts';
import { busy } from '../messages/lib/write.ts';
import { keepPage, onlyFor, type ExportArguments } from './lib/place.ts';

/** Then their texts, which the index does not hold. */
export function request(ctx: Context<ExportArguments>) {
  onlyFor(ctx, 'messages');
  const sent = ctx.stash['sent'] as { conversationId: string; id: string }[];
  if (sent.length === 0) runtime.earlyReturn(keepPage(ctx, [], ctx.stash['cursor'] as string | null));
  const keys = sent.map(({ conversationId, id }) => util.dynamodb.toMapValues({ conversationId, id }));
  const tables: Record<string, unknown> = {};
  tables[table(ctx, 'Message')] = { keys, consistentRead: true };
  return { operation: 'BatchGetItem', tables };
}

export function response(ctx: Context<ExportArguments>) {
  if (ctx.error) busy(ctx.error.type);
  const { data, unprocessedKeys } = ctx.result as {
    data: Record<string, (StoredMessage | null)[]>;
    unprocessedKeys?: Record<string, unknown[]> | null;
  };
  const name = table(ctx, 'Message');
  // A page with holes would be no complete export.
  if (((unprocessedKeys ?? {})[name] ?? []).length > 0) busy('Throttling');
  const items: unknown[] = [];
  for (const message of data[name] ?? []) {
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
