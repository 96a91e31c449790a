import { required, type JsonObject } from '../request.ts';
import { itemToJson } from './attribute-values.ts';
import { expressionOf, namesAndValues } from './expressions.ts';
import type { DynamoDbOperation } from './operation.ts';
import { type AttributeMap, callDynamoDb } from './target.ts';
import { cancelled } from './transaction.ts';

/** Result: `{ items, cancellationReasons }`; a missing item is null. */
export const transactGetItems: DynamoDbOperation = async (cloud, target, request) => {
  const wanted = required<JsonObject[]>(request, 'transactItems');
  try {
    const { Responses = [] } = await callDynamoDb<{ Responses?: { Item?: AttributeMap }[] }>(
      cloud,
      target,
      'TransactGetItems',
      {
        TransactItems: wanted.map((one) => {
          const projection = expressionOf(one, 'projection');
          const read = {
            TableName: required(one, 'table'),
            Key: required(one, 'key'),
            ...(projection
              ? { ProjectionExpression: projection.expression, ...namesAndValues(projection) }
              : {}),
          };
          return { Get: read };
        }),
      },
    );
    const items = Responses.map(({ Item }) => (Item ? itemToJson(Item) : null));
    return { result: { items, cancellationReasons: null } };
  } catch (error) {
    return cancelled('items', error);
  }
};
