import type { Context } from '@aws-appsync/utils';
import { pageSize } from '../../lib/page.ts';
import { newestMemberships } from '../lib/inbox-query.ts';
import type { StoredMember } from '../lib/stored.ts';
import { busy } from '../lib/write.ts';

interface Arguments {
  limit?: number | null;
  cursor?: string | null;
}

/** The caller's memberships, newest activity first. */
export function request(ctx: Context<Arguments>) {
  return newestMemberships(ctx, pageSize(ctx.args.limit), ctx.args.cursor ?? null);
}

export function response(ctx: Context<Arguments>) {
  if (ctx.error) busy(ctx.error.type);
  const { items, nextToken } = ctx.result as { items: StoredMember[]; nextToken?: string | null };
  ctx.stash['members'] = items;
  ctx.stash['cursor'] = nextToken ?? null;
  return null;
}
