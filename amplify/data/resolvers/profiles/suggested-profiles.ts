import { util, type Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/suggested_profiles.sql';
import { SUGGESTIONS, SUGGESTIONS_MAX } from '../../../../shared/limits.ts';
import { json, rows, statement } from '../lib/statement.ts';
import { viewerId } from '../lib/viewer.ts';

export function request(ctx: Context<{ limit?: number | null }>) {
  const limit = ctx.args.limit ?? SUGGESTIONS;
  if (limit < 1 || limit > SUGGESTIONS_MAX) {
    util.error(`There are between 1 and ${SUGGESTIONS_MAX} suggestions.`, 'InvalidLimit');
  }
  return statement(sql, { viewer_id: viewerId(ctx), row_limit: limit });
}

export function response(ctx: Context) {
  return rows<{ item: unknown }>(ctx).map((row) => json(row.item));
}
