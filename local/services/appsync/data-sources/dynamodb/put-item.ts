import { isObject, required } from '../request.ts';
import { itemToJson } from './attribute-values.ts';
import { afterFailedCondition, conditionOf } from './condition.ts';
import { namesAndValues } from './expressions.ts';
import type { DynamoDbOperation } from './operation.ts';
import { type AttributeMap, callDynamoDb } from './target.ts';

/** Result: the item as it was put. */
export const putItem: DynamoDbOperation = async (cloud, target, request, call) => {
  const key = required<AttributeMap>(request, 'key');
  const values = isObject(request.attributeValues) ? (request.attributeValues as AttributeMap) : {};
  const item: AttributeMap = { ...values, ...key };
  const condition = conditionOf(request);
  try {
    await callDynamoDb(cloud, target, 'PutItem', {
      TableName: target.tableName,
      Item: item,
      ...(condition ? { ConditionExpression: condition.expression, ...namesAndValues(condition) } : {}),
    });
  } catch (error) {
    return afterFailedCondition(cloud, target, { request, key, wanted: item }, call, error);
  }
  return { result: itemToJson(item) };
};
