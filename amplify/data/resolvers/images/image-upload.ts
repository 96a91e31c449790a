import type { Context } from '@aws-appsync/utils';
import imageUpload from '../../../../sql/queries/image_upload.sql';
import { itemOrNull } from '../lib/item.ts';
import { callerId, statement } from '../lib/statement.ts';

export function request(ctx: Context<{ id: string }>) {
  return statement(imageUpload, { caller_id: callerId(ctx), id: ctx.args.id });
}

export function response(ctx: Context) {
  return itemOrNull(ctx);
}
