import type { Context } from '@aws-appsync/utils';
import { answered, invoke } from '../lib/lambda.ts';

export function request(ctx: Context<{ handle: string }>) {
  return invoke(ctx, { handle: ctx.args.handle });
}

export function response(ctx: Context) {
  return answered(ctx);
}
