import { runtime, type Context } from '@aws-appsync/utils';
import { batchGet, batchGot } from '../lib/batch.ts';
import type { StoredConversation, StoredMember } from '../lib/stored.ts';
import { conversationView } from '../lib/view.ts';

/** The conversations of these memberships. */
export function request(ctx: Context) {
  const members = ctx.stash['members'] as StoredMember[];
  const cursor = ctx.stash['cursor'] as string | null;
  if (members.length === 0) runtime.earlyReturn({ items: [], cursor });
  return batchGet(ctx, { Conversation: members.map((member) => ({ id: member.conversationId })) });
}

export function response(ctx: Context) {
  const found = batchGot<StoredConversation>(ctx, 'Conversation');
  const items: unknown[] = [];
  for (const member of ctx.stash['members'] as StoredMember[]) {
    const conversation = found.find((one) => one?.id === member.conversationId);
    // The index may lag a moment behind a removal.
    const isIn = conversation?.memberIds.includes(member.userId);
    if (conversation && isIn) items.push(conversationView(conversation, member));
  }
  return { items, cursor: ctx.stash['cursor'] as string | null };
}
