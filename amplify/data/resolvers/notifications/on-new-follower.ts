import type { Context } from '@aws-appsync/utils';
import { onlyWhatNotifiesMe } from '../lib/only-mine.ts';

export function request() {
  return { payload: null };
}

export function response(ctx: Context) {
  return onlyWhatNotifiesMe(ctx);
}
