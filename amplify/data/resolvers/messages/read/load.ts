import type { Context } from '@aws-appsync/utils';
import { load, loadedForMember } from '../lib/load.ts';

export function request(ctx: Context<{ conversationId: string }>) {
  return load(ctx, ctx.args.conversationId, {});
}

export function response(ctx: Context) {
  loadedForMember(ctx);
  return null;
}
