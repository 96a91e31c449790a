import { util, type Context } from '@aws-appsync/utils';
import { answered, invoke } from '../lib/lambda.ts';

interface Arguments {
  kind: string;
  contentType: string;
  cropX?: number | null;
  cropY?: number | null;
  cropWidth?: number | null;
}

export function request(ctx: Context<Arguments>) {
  const { kind, contentType, cropX = null, cropY = null, cropWidth = null } = ctx.args;
  const given = [cropX, cropY, cropWidth].filter((one) => one !== null).length;
  if (given !== 0 && given !== 3) util.error('A crop has all of its three numbers.', 'InvalidCrop');
  const crop = given === 3 ? { x: cropX, y: cropY, width: cropWidth } : null;
  return invoke(ctx, { kind, contentType, crop });
}

export function response(ctx: Context) {
  return answered(ctx);
}
