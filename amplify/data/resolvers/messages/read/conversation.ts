import type { Context } from '@aws-appsync/utils';
import { load, loadedForMember } from '../lib/load.ts';

export function request(ctx: Context<{ id: string }>) {
  return load(ctx, ctx.args.id, {});
}

export function response(ctx: Context) {
  loadedForMember(ctx);
  return null;
}
