import type { Context } from '@aws-appsync/utils';
import { answered, invoke } from '../lib/lambda.ts';

export function request(ctx: Context<{ kind: string; contentType: string }>) {
  return invoke(ctx, { kind: ctx.args.kind, contentType: ctx.args.contentType });
}

export function response(ctx: Context) {
  return answered(ctx);
}
