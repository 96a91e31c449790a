import type { Context } from '@aws-appsync/utils';
import { callerId } from '../../lib/statement.ts';
import { departureWritten, writeDeparture } from '../lib/departure.ts';
import { endIfDone } from '../lib/event.ts';

export function request(ctx: Context) {
  endIfDone(ctx);
  return writeDeparture(ctx, callerId(ctx));
}

export function response(ctx: Context) {
  return departureWritten(ctx, callerId(ctx), callerId(ctx));
}
