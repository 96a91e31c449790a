import { required } from '../request.ts';
import { itemToJson } from './attribute-values.ts';
import { afterFailedCondition, conditionOf } from './condition.ts';
import { expressionOf, namesAndValues } from './expressions.ts';
import type { DynamoDbOperation } from './operation.ts';
import { type AttributeMap, callDynamoDb } from './target.ts';

/** Result: the item as it is after the update. */
export const updateItem: DynamoDbOperation = async (cloud, target, request, call) => {
  const key = required<AttributeMap>(request, 'key');
  const update = expressionOf(request, 'update');
  const condition = conditionOf(request);
  try {
    const { Attributes } = await callDynamoDb<{ Attributes?: AttributeMap }>(cloud, target, 'UpdateItem', {
      TableName: target.tableName,
      Key: key,
      ReturnValues: 'ALL_NEW',
      ...(update ? { UpdateExpression: update.expression } : {}),
      ...(condition ? { ConditionExpression: condition.expression } : {}),
      ...namesAndValues(update, condition),
    });
    return { result: Attributes ? itemToJson(Attributes) : null };
  } catch (error) {
    return afterFailedCondition(cloud, target, { request, key }, call, error);
  }
};
