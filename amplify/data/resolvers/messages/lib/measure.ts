import { runtime, util, type Context } from '@aws-appsync/utils';

/**
 * Counts the graphemes of a text by a function, when it is long enough that counting could matter: a text of n UTF-16
 * units has at most n graphemes. APPSYNC_JS itself has no Unicode tables.
 */
export function measure(text: string, maxGraphemes: number) {
  if (text.length <= maxGraphemes) runtime.earlyReturn(null);
  return { operation: 'Invoke', payload: { text } };
}

/** The count that the function answered. */
export function measured(ctx: Context): number {
  if (ctx.error) util.error('Something went wrong on our side. Please try again.', 'Internal');
  return (ctx.result as { graphemes: number }).graphemes;
}
