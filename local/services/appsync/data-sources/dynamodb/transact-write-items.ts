import { badRequest, isObject, required, type JsonObject } from '../request.ts';
import { itemToJson } from './attribute-values.ts';
import { expressionOf, namesAndValues } from './expressions.ts';
import type { DynamoDbOperation } from './operation.ts';
import { type AttributeMap, callDynamoDb } from './target.ts';
import { cancelled } from './transaction.ts';

/** Result: `{ keys, cancellationReasons }`; one of them is null. */
export const transactWriteItems: DynamoDbOperation = async (cloud, target, request) => {
  const items = required<JsonObject[]>(request, 'transactItems');
  const keys = items.map((item) => required<AttributeMap>(item, 'key'));
  try {
    await callDynamoDb(cloud, target, 'TransactWriteItems', { TransactItems: items.map(toWrite) });
    return { result: { keys: keys.map(itemToJson), cancellationReasons: null } };
  } catch (error) {
    return cancelled('keys', error);
  }
};

function toWrite(item: JsonObject): JsonObject {
  const condition = expressionOf(item, 'condition');
  const key = item.key as AttributeMap;
  const base = {
    TableName: required(item, 'table'),
    ...(condition
      ? {
          ConditionExpression: condition.expression,
          ReturnValuesOnConditionCheckFailure:
            condition.returnValuesOnConditionCheckFailure === false ? 'NONE' : 'ALL_OLD',
        }
      : {}),
  };
  switch (item.operation) {
    case 'PutItem': {
      const values = isObject(item.attributeValues) ? item.attributeValues : {};
      return { Put: { ...base, Item: { ...values, ...key }, ...namesAndValues(condition) } };
    }
    case 'UpdateItem': {
      const update = expressionOf(item, 'update');
      return {
        Update: {
          ...base,
          Key: key,
          UpdateExpression: update?.expression,
          ...namesAndValues(update, condition),
        },
      };
    }
    case 'DeleteItem':
      return { Delete: { ...base, Key: key, ...namesAndValues(condition) } };
    case 'ConditionCheck':
      return { ConditionCheck: { ...base, Key: key, ...namesAndValues(condition) } };
    default:
      throw badRequest(`Unsupported operation '${String(item.operation)}' in a TransactWriteItems request.`);
  }
}
