import { util, type Context } from '@aws-appsync/utils';
import createActivity from '../../../../sql/queries/create_activity.sql';
import { DEFAULT_EXPIRES_IN, EXPIRY_CHOICES } from '../../../../shared/expiry.ts';
import { callerId, json, rows, statement } from '../lib/statement.ts';

interface Arguments {
  clientId: string;
  message: string;
  expiresIn?: string | null;
}

export function request(ctx: Context<Arguments>) {
  const value = ctx.args.expiresIn ?? DEFAULT_EXPIRES_IN;
  const choice = EXPIRY_CHOICES.find((candidate) => candidate.value === value);
  if (!choice) util.error(`There is no expiry ${value}.`, 'UnknownExpiry');
  return statement(createActivity, {
    author_id: callerId(ctx),
    client_id: ctx.args.clientId,
    message: ctx.args.message,
    expires_in_hours: choice!.hours,
  });
}

export function response(ctx: Context<Arguments>) {
  const [row] = rows<{ item: string | null; pulse: boolean }>(ctx);
  const item = json<Record<string, unknown>>(row?.item);
  if (!item) util.error('Your profile does not exist yet. Please try again.', 'ProfileMissing');
  return { ...item, pulse: row!.pulse };
}
