import type { Context } from '@aws-appsync/utils';
import { answered, invoke } from '../lib/lambda.ts';

export function request(ctx: Context) {
  return invoke(ctx, {});
}

export function response(ctx: Context) {
  return answered(ctx);
}
