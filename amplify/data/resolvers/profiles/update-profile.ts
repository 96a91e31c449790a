import { util, type Context } from '@aws-appsync/utils';
import sql from '../../../../sql/queries/update_profile.sql';
import { itemOrNull } from '../lib/item.ts';
import { callerId, statement } from '../lib/statement.ts';

interface Arguments {
  displayName?: string | null;
  bio?: string | null;
  location?: string | null;
  website?: string | null;
}

/** What was typed, without surrounding space; null for a field that was not given. */
function typed(value: string | null | undefined): string | null {
  return value === undefined || value === null ? null : value.trim();
}

export function request(ctx: Context<Arguments>) {
  const { displayName, bio, location, website } = ctx.args;
  return statement(sql, {
    caller_id: callerId(ctx),
    display_name: typed(displayName),
    bio: typed(bio),
    location: typed(location),
    website: typed(website),
  });
}

export function response(ctx: Context<Arguments>) {
  const item = itemOrNull(ctx);
  if (!item) util.error('Your profile does not exist yet. Please try again.', 'ProfileMissing');
  return item;
}
