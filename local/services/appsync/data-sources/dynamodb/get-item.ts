import { required } from '../request.ts';
import { itemToJson } from './attribute-values.ts';
import { expressionOf, namesAndValues } from './expressions.ts';
import type { DynamoDbOperation } from './operation.ts';
import { type AttributeMap, callDynamoDb } from './target.ts';

/** Result: the item, or null. */
export const getItem: DynamoDbOperation = async (cloud, target, request) => {
  const projection = expressionOf(request, 'projection');
  const { Item } = await callDynamoDb<{ Item?: AttributeMap }>(cloud, target, 'GetItem', {
    TableName: target.tableName,
    Key: required(request, 'key'),
    ConsistentRead: request.consistentRead === true,
    ...(projection ? { ProjectionExpression: projection.expression, ...namesAndValues(projection) } : {}),
  });
  return { result: Item ? itemToJson(Item) : null };
};
