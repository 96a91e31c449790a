import { util, type Context } from '@aws-appsync/utils';
import createActivity from '../../../../sql/queries/create_activity.sql';
import { DEFAULT_EXPIRES_IN, EXPIRY_CHOICES } from '../../../../shared/expiry.ts';
import { changedRow, forListeners } from '../lib/change.ts';
import { callerId, json, statement } from '../lib/statement.ts';

interface Arguments {
  clientId: string;
  message: string;
  expiresIn?: string | null;
  parentId?: string | null;
  quoteId?: string | null;
}

interface Row {
  item: unknown;
  pulse: boolean;
  parent_changed: boolean;
  parent_reply_count: number | null;
  notifies: unknown;
}

export function request(ctx: Context<Arguments>) {
  const value = ctx.args.expiresIn ?? DEFAULT_EXPIRES_IN;
  let hours = 0;
  for (const choice of EXPIRY_CHOICES) {
    if (choice.value === value) hours = choice.hours;
  }
  if (hours === 0) util.error(`There is no expiry ${value}.`, 'UnknownExpiry');
  return statement(createActivity, {
    author_id: callerId(ctx),
    client_id: ctx.args.clientId,
    message: ctx.args.message,
    expires_in_hours: hours,
    parent_id: ctx.args.parentId ?? null,
    quote_id: ctx.args.quoteId ?? null,
  });
}

export function response(ctx: Context<Arguments>) {
  const row = changedRow<Row>(ctx);
  return {
    ...forListeners(row.item),
    pulse: row.pulse,
    changed: false,
    parentChanged: row.parent_changed,
    parentReplyCount: row.parent_reply_count,
    notifies: json(row.notifies),
  };
}
