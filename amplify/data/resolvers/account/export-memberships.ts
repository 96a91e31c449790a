import { util, type Context } from '@aws-appsync/utils';
import { callerId } from '../lib/statement.ts';
import { isConversationId } from '../messages/lib/ids.ts';
import type { StoredMember } from '../messages/lib/stored.ts';
import { busy } from '../messages/lib/write.ts';
import { cursorAfter, invalidCursor, onlyFor, placeOf, type ExportArguments } from './lib/place.ts';

/** The conversations that the caller is in: first where they stand in each. */
export function request(ctx: Context<ExportArguments>) {
  onlyFor(ctx, 'conversations');
  const { rest, rows } = placeOf(ctx.args.cursor);
  if (rest && !isConversationId(rest)) invalidCursor();
  return {
    operation: 'Query',
    query: {
      expression: 'userId = :me AND conversationId > :after',
      expressionValues: util.dynamodb.toMapValues({ ':me': callerId(ctx), ':after': rest || ' ' }),
    },
    consistentRead: true,
    limit: rows,
  };
}

export function response(ctx: Context<ExportArguments>) {
  if (ctx.error) busy(ctx.error.type);
  const { items, nextToken } = ctx.result as { items: StoredMember[]; nextToken?: string | null };
  const last = items[items.length - 1];
  const cursor = cursorAfter(placeOf(ctx.args.cursor), nextToken && last ? last.conversationId : null);
  ctx.stash['members'] = items;
  ctx.stash['cursor'] = cursor;
  return null;
}
