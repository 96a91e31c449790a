import type { Context } from '@aws-appsync/utils';
import cruds from '../../../../sql/queries/profile_cruds.sql';
import likes from '../../../../sql/queries/profile_likes.sql';
import media from '../../../../sql/queries/profile_media.sql';
import replies from '../../../../sql/queries/profile_replies.sql';
import { feedPageOrNotFound, feedStatement } from '../lib/feed.ts';
import type { PageArguments } from '../lib/list.ts';
import { normalHandle } from '../lib/normal-handle.ts';

type Tab = 'CRUDS' | 'REPLIES' | 'LIKES' | 'MEDIA';
const QUERIES: Record<Tab, string> = { CRUDS: cruds, REPLIES: replies, LIKES: likes, MEDIA: media };

export function request(ctx: Context<PageArguments & { handle: string; tab?: Tab | null }>) {
  return feedStatement(QUERIES[ctx.args.tab ?? 'CRUDS'], ctx, { handle: normalHandle(ctx.args.handle) });
}

export function response(ctx: Context<PageArguments>) {
  return feedPageOrNotFound(ctx);
}
