import { runtime, util, type Context } from '@aws-appsync/utils';
import type { StoredConversation, StoredMember } from '../messages/lib/stored.ts';
import { table } from '../messages/lib/tables.ts';
import { busy } from '../messages/lib/write.ts';
import { keepPage, onlyFor, type ExportArguments } from './lib/place.ts';

/** Then the conversations themselves, without what others said. */
export function request(ctx: Context<ExportArguments>) {
  onlyFor(ctx, 'conversations');
  const members = ctx.stash['members'] as StoredMember[];
  if (members.length === 0) runtime.earlyReturn(keepPage(ctx, [], ctx.stash['cursor'] as string | null));
  const keys = members.map((member) => util.dynamodb.toMapValues({ id: member.conversationId }));
  const tables: Record<string, unknown> = {};
  tables[table(ctx, 'Conversation')] = { keys, consistentRead: true };
  return { operation: 'BatchGetItem', tables };
}

export function response(ctx: Context<ExportArguments>) {
  if (ctx.error) busy(ctx.error.type);
  const { data, unprocessedKeys } = ctx.result as {
    data: Record<string, (StoredConversation | null)[]>;
    unprocessedKeys?: Record<string, unknown[]> | null;
  };
  const name = table(ctx, 'Conversation');
  // A page with holes would be no complete export.
  if (((unprocessedKeys ?? {})[name] ?? []).length > 0) busy('Throttling');
  const found = data[name] ?? [];
  const items: unknown[] = [];
  for (const member of ctx.stash['members'] as StoredMember[]) {
    const conversation = found.find((one) => one?.id === member.conversationId);
    items.push({
      section: 'conversations',
      id: member.conversationId,
      kind: conversation?.kind ?? null,
      title: conversation?.title ?? null,
      memberIds: conversation?.memberIds ?? [],
      joinedAt: member.joinedAt,
      readUpTo: member.readSeq,
      muted: member.muted,
    });
  }
  return keepPage(ctx, items, ctx.stash['cursor'] as string | null);
}
