import type { Context } from '@aws-appsync/utils';

/** Who is looking: the signed-in person's id, null for a visitor. */
export function viewerId(ctx: Context): string | null {
  const identity = ctx.identity as { sub?: string } | null;
  return identity?.sub ?? null;
}
