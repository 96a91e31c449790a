import { runtime, util, type Context } from '@aws-appsync/utils';
import { MESSAGE_MAX_UNITS, TITLE_MAX_GRAPHEMES } from '../../../../../shared/limits.ts';
import { requireSelection } from '../lib/event.ts';
import { measure, measured } from '../lib/measure.ts';

/** Groups may start without a title; renaming needs one. */
export function request(ctx: Context<{ title?: string | null }>) {
  requireSelection(ctx);
  const { title } = ctx.args;
  if (title === null || title === undefined) runtime.earlyReturn(null);
  if (title!.trim() === '' || title!.length > MESSAGE_MAX_UNITS) invalid();
  return measure(title!, TITLE_MAX_GRAPHEMES);
}

export function response(ctx: Context) {
  if (measured(ctx) > TITLE_MAX_GRAPHEMES) invalid();
  return null;
}

function invalid(): void {
  util.error('A title has between 1 and 50 characters.', 'TitleInvalid');
}
