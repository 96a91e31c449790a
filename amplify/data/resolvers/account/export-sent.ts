import type { Context } from '@aws-appsync/utils';
import { busy } from '../messages/lib/write.ts';
import { ownPage } from './lib/own-page.ts';
import { cursorAfter, onlyFor, placeOf, type ExportArguments } from './lib/place.ts';

/** What the caller wrote to others, oldest first, also in groups that they left: first which messages those are. */
export function request(ctx: Context<ExportArguments>) {
  onlyFor(ctx, 'messages');
  return ownPage(ctx, 'bySender', 'senderId');
}

export function response(ctx: Context<ExportArguments>) {
  if (ctx.error) busy(ctx.error.type);
  const { items, nextToken } = ctx.result as {
    items: { conversationId: string; id: string }[];
    nextToken?: string | null;
  };
  ctx.stash['sent'] = items;
  ctx.stash['cursor'] = cursorAfter(placeOf(ctx.args.cursor), nextToken ?? null);
  return null;
}
