import { isDeepStrictEqual } from 'node:util';
import { required, type JsonObject } from '../request.ts';
import { itemToJson } from './attribute-values.ts';
import { expressionOf, namesAndValues } from './expressions.ts';
import type { DynamoDbOperation } from './operation.ts';
import { type AttributeMap, callDynamoDb } from './target.ts';

interface Output {
  Responses?: Record<string, AttributeMap[]>;
  UnprocessedKeys?: Record<string, { Keys: AttributeMap[] }>;
}

/** Result: `{ data: { table: items }, unprocessedKeys }`, items in the order of the keys, null for a missing one. */
export const batchGetItem: DynamoDbOperation = async (cloud, target, request) => {
  const tables = Object.entries(required<Record<string, JsonObject>>(request, 'tables'));
  const output = await callDynamoDb<Output>(cloud, target, 'BatchGetItem', {
    RequestItems: Object.fromEntries(
      tables.map(([table, wanted]) => {
        const projection = expressionOf(wanted, 'projection');
        const read = {
          Keys: wanted.keys,
          ...(wanted.consistentRead === true ? { ConsistentRead: true } : {}),
          ...(projection
            ? { ProjectionExpression: projection.expression, ...namesAndValues(projection) }
            : {}),
        };
        return [table, read];
      }),
    ),
  });
  const data: JsonObject = {};
  const unprocessedKeys: JsonObject = {};
  for (const [table, wanted] of tables) {
    const found = output.Responses?.[table] ?? [];
    data[table] = (wanted.keys as AttributeMap[]).map((key) => {
      const item = found.find((one) => matches(one, key));
      return item ? itemToJson(item) : null;
    });
    unprocessedKeys[table] = (output.UnprocessedKeys?.[table]?.Keys ?? []).map(itemToJson);
  }
  return { result: { data, unprocessedKeys } };
};

function matches(item: AttributeMap, key: AttributeMap): boolean {
  return Object.entries(key).every(([name, value]) => isDeepStrictEqual(item[name], value));
}
