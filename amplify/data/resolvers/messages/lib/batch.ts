import { util, type Context } from '@aws-appsync/utils';
import { table, type Model } from './tables.ts';
import { busy } from './write.ts';

type Key = Record<string, string>;

/** One consistent read of items by their keys, a list of them for each model. */
export function batchGet(ctx: Context, wanted: Record<string, Key[]>) {
  const tables: Record<string, unknown> = {};
  for (const model of Object.keys(wanted)) {
    const keys = (wanted[model] ?? []).map((key) => util.dynamodb.toMapValues(key));
    tables[table(ctx, model as Model)] = { keys, consistentRead: true };
  }
  return { operation: 'BatchGetItem', tables };
}

/**
 * What `batchGet` read of one model's table: null for what is not there. Ends the request with an error when DynamoDB
 * failed or left keys out: an answer with holes would pass for a whole one.
 */
export function batchGot<Item>(ctx: Context, model: Model): (Item | null)[] {
  if (ctx.error) busy(ctx.error.type);
  const { data, unprocessedKeys } = ctx.result as {
    data: Record<string, (Item | null)[]>;
    unprocessedKeys?: Record<string, unknown[]> | null;
  };
  const left = unprocessedKeys ?? {};
  if (Object.keys(left).some((name) => (left[name] ?? []).length > 0)) busy('Throttling');
  return data[table(ctx, model)] ?? [];
}
