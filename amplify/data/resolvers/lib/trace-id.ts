import type { Context } from '@aws-appsync/utils';

/** The id of the request's X-Ray trace: what a person can tell us about an error of ours. Empty where there is none. */
export function traceId(ctx: Context): string {
  const header = ctx.request.headers['x-amzn-trace-id'] ?? '';
  const root = header.split(';').find((part: string) => part.startsWith('Root='));
  return root ? root.slice(5) : '';
}
