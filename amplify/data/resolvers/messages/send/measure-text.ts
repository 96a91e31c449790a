import { util, type Context } from '@aws-appsync/utils';
import { MESSAGE_MAX_GRAPHEMES, MESSAGE_MAX_UNITS } from '../../../../../shared/limits.ts';
import { requireSelection } from '../lib/event.ts';
import { measure, measured } from '../lib/measure.ts';

export function request(ctx: Context<{ text: string }>) {
  requireSelection(ctx);
  const { text } = ctx.args;
  if (text.trim() === '') util.error('Please write something first.', 'TextEmpty');
  if (text.length > MESSAGE_MAX_UNITS) tooLong();
  return measure(text, MESSAGE_MAX_GRAPHEMES);
}

export function response(ctx: Context) {
  if (measured(ctx) > MESSAGE_MAX_GRAPHEMES) tooLong();
  return null;
}

function tooLong(): void {
  util.error('A message has at most 1,024 characters.', 'TextTooLong');
}
