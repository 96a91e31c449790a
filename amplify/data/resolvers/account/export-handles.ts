import { util, type Context } from '@aws-appsync/utils';
import { busy } from '../messages/lib/write.ts';
import { ownPage } from './lib/own-page.ts';
import { cursorAfter, keepPage, onlyFor, placeOf, type ExportArguments } from './lib/place.ts';

interface StoredHandle {
  handle: string;
  /** Seconds since the epoch; absent for the one that the person has. */
  expiresAt?: number | null;
}

/** Last the caller's handle, and those that they gave up and that are still kept for them. */
export function request(ctx: Context<ExportArguments>) {
  onlyFor(ctx, 'handles');
  return ownPage(ctx, 'byUser', 'userId');
}

export function response(ctx: Context<ExportArguments>) {
  if (ctx.error) busy(ctx.error.type);
  const { items, nextToken } = ctx.result as { items: StoredHandle[]; nextToken?: string | null };
  const found = items.map(({ handle, expiresAt }) => ({
    section: 'handles',
    handle,
    keptUntil: expiresAt ? util.time.epochMilliSecondsToISO8601(expiresAt * 1000) : null,
  }));
  return keepPage(ctx, found, cursorAfter(placeOf(ctx.args.cursor), nextToken ?? null));
}
