import { isDeepStrictEqual } from 'node:util';
import type { CloudContext } from '../../../../core/context.ts';
import { AwsError, notCovered } from '../../../../core/errors.ts';
import type { DataSourceCall, DataSourceOutcome } from '../data-source.ts';
import { isObject, type JsonObject } from '../request.ts';
import { itemToJson } from './attribute-values.ts';
import { dynamoDbError } from './errors.ts';
import { expressionOf } from './expressions.ts';
import { type AttributeMap, callDynamoDb, type DynamoDbTarget } from './target.ts';

/** The condition of a write; throws LocalCloudError for a custom conflict handler. */
export function conditionOf(request: JsonObject): JsonObject | undefined {
  const condition = expressionOf(request, 'condition');
  const handler = condition?.conditionalCheckFailedHandler;
  if (isObject(handler) && handler.strategy !== 'Reject') {
    throw notCovered(`the conditionalCheckFailedHandler strategy ${String(handler.strategy)}`);
  }
  return condition;
}

/**
 * What AppSync does when a condition failed: it reads the item, and when that already is as the write wanted it
 * (`wanted`; null for «gone»), the write counts as done. Otherwise `ctx.error`, with the present item as result
 * in VTL (APPSYNC_JS gets none, aws-appsync-community#343).
 */
export async function afterFailedCondition(
  cloud: CloudContext,
  target: DynamoDbTarget,
  write: { request: JsonObject; key: unknown; wanted?: AttributeMap | null },
  call: DataSourceCall,
  error: unknown,
): Promise<DataSourceOutcome> {
  const condition = conditionOf(write.request);
  if (!(error instanceof AwsError) || error.code !== 'ConditionalCheckFailedException' || !condition)
    throw error;
  const { Item } = await callDynamoDb<{ Item?: AttributeMap }>(cloud, target, 'GetItem', {
    TableName: target.tableName,
    Key: write.key,
    ConsistentRead: condition.consistentRead !== false,
  });
  const present = Item ? itemToJson(Item) : null;
  if (write.wanted !== undefined) {
    const wanted = write.wanted && itemToJson(write.wanted);
    const ignored = Array.isArray(condition.equalsIgnore) ? (condition.equalsIgnore as string[]) : [];
    if (isDeepStrictEqual(without(present, ignored), without(wanted, ignored))) return { result: present };
  }
  return { result: call.runtime === 'VTL' ? present : null, error: dynamoDbError(error) };
}

function without(
  item: Record<string, unknown> | null,
  names: readonly string[],
): Record<string, unknown> | null {
  if (!item || !names.length) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
}
