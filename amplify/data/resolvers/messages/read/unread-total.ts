import type { Context } from '@aws-appsync/utils';
import { newestMemberships } from '../lib/inbox-query.ts';
import type { StoredMember } from '../lib/stored.ts';
import { unreadOf } from '../lib/unread.ts';
import { busy } from '../lib/write.ts';

const LOOKED_AT = 100;

export function request(ctx: Context) {
  return newestMemberships(ctx, LOOKED_AT);
}

export function response(ctx: Context) {
  if (ctx.error) busy(ctx.error.type);
  const { items, nextToken } = ctx.result as { items: StoredMember[]; nextToken?: string | null };
  let conversations = 0;
  let messages = 0;
  for (const member of items) {
    const unread = unreadOf(member.lastSeq, member);
    if (unread > 0 && !member.muted) {
      conversations += 1;
      messages += unread;
    }
  }
  return { conversations, messages, more: Boolean(nextToken) };
}
