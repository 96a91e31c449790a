import { runtime, util, type Context } from '@aws-appsync/utils';
import type { StoredConversation, StoredMember } from '../lib/stored.ts';
import { table } from '../lib/tables.ts';
import { conversationView } from '../lib/view.ts';
import { busy } from '../lib/write.ts';

/** The conversations of these memberships. */
export function request(ctx: Context) {
  const members = ctx.stash['members'] as StoredMember[];
  const cursor = ctx.stash['cursor'] as string | null;
  if (members.length === 0) runtime.earlyReturn({ items: [], cursor });
  const keys = members.map((member) => util.dynamodb.toMapValues({ id: member.conversationId }));
  const tables: Record<string, unknown> = {};
  tables[table(ctx, 'Conversation')] = { keys, consistentRead: true };
  return { operation: 'BatchGetItem', tables };
}

export function response(ctx: Context) {
  if (ctx.error) busy(ctx.error.type);
  const { data, unprocessedKeys } = ctx.result as {
    data: Record<string, (StoredConversation | null)[]>;
    unprocessedKeys?: Record<string, unknown[]> | null;
  };
  const name = table(ctx, 'Conversation');
  if (((unprocessedKeys ?? {})[name] ?? []).length > 0) busy('Throttling');
  const found = data[name] ?? [];
  const items: unknown[] = [];
  for (const member of ctx.stash['members'] as StoredMember[]) {
    const conversation = found.find((one) => one?.id === member.conversationId);
    // The index may lag a moment behind a removal.
    const isIn = conversation?.memberIds.includes(member.userId);
    if (conversation && isIn) items.push(conversationView(conversation, member));
  }
  return { items, cursor: ctx.stash['cursor'] as string | null };
}
