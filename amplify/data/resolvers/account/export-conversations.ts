import { runtime, type Context } from '@aws-appsync/utils';
import { batchGet, batchGot } from '../messages/lib/batch.ts';
import type { StoredConversation, StoredMember } from '../messages/lib/stored.ts';
import { keepPage, onlyFor, type ExportArguments } from './lib/place.ts';

/** Then the conversations themselves, without what others said. */
export function request(ctx: Context<ExportArguments>) {
  onlyFor(ctx, 'conversations');
  const members = ctx.stash['members'] as StoredMember[];
  if (members.length === 0) runtime.earlyReturn(keepPage(ctx, [], ctx.stash['cursor'] as string | null));
  return batchGet(ctx, { Conversation: members.map((member) => ({ id: member.conversationId })) });
}

export function response(ctx: Context<ExportArguments>) {
  const found = batchGot<StoredConversation>(ctx, 'Conversation');
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
