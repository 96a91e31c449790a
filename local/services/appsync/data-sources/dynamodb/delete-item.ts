import { required } from '../request.ts';
import { itemToJson } from './attribute-values.ts';
import { afterFailedCondition, conditionOf } from './condition.ts';
import { namesAndValues } from './expressions.ts';
import type { DynamoDbOperation } from './operation.ts';
import { type AttributeMap, callDynamoDb } from './target.ts';

/** Result: the item as it was, or null. */
export const deleteItem: DynamoDbOperation = async (cloud, target, request, call) => {
  const key = required<AttributeMap>(request, 'key');
  const condition = conditionOf(request);
  try {
    const { Attributes } = await callDynamoDb<{ Attributes?: AttributeMap }>(cloud, target, 'DeleteItem', {
      TableName: target.tableName,
      Key: key,
      ReturnValues: 'ALL_OLD',
      ...(condition ? { ConditionExpression: condition.expression, ...namesAndValues(condition) } : {}),
    });
    return { result: Attributes ? itemToJson(Attributes) : null };
  } catch (error) {
    return afterFailedCondition(cloud, target, { request, key, wanted: null }, call, error);
  }
};
