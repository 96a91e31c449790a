import { util, type Context } from '@aws-appsync/utils';
import { fail } from './fail.ts';
import { traceId } from './trace-id.ts';

/** As `functions/shared/answer.ts` makes it. */
interface Answer {
  item?: unknown;
  refusal?: { type: string; message: string };
  databaseError?: string;
}

/** A request to a function. It learns who calls from here alone. */
export function invoke(ctx: Context, payload: Record<string, unknown>) {
  const identity = ctx.identity as { sub?: string; username?: string } | null;
  if (!identity?.sub) util.unauthorized();
  return {
    operation: 'Invoke' as const,
    payload: { ...payload, userId: identity!.sub, username: identity!.username },
  };
}

/** What the function answered; its refusals end the request with a typed error. */
export function answered(ctx: Context): unknown {
  const answer = ctx.result as Answer | null;
  if (ctx.error || !answer) fail('', traceId(ctx));
  if (answer!.databaseError) fail(answer!.databaseError, traceId(ctx));
  if (answer!.refusal) util.error(answer!.refusal.message, answer!.refusal.type);
  return answer!.item;
}
