import { required, type JsonObject } from '../request.ts';
import { itemToJson } from './attribute-values.ts';
import type { DynamoDbOperation } from './operation.ts';
import { type AttributeMap, callDynamoDb } from './target.ts';

type WriteRequest = { PutRequest?: { Item: AttributeMap }; DeleteRequest?: { Key: AttributeMap } };

/** BatchPutItem and BatchDeleteItem: `{ data: { table: items or keys }, unprocessed… }`. */
function batchWrite(wrap: (item: AttributeMap) => WriteRequest, unprocessed: string): DynamoDbOperation {
  return async (cloud, target, request) => {
    const tables = Object.entries(required<Record<string, AttributeMap[]>>(request, 'tables'));
    const output = await callDynamoDb<{ UnprocessedItems?: Record<string, WriteRequest[]> }>(
      cloud,
      target,
      'BatchWriteItem',
      { RequestItems: Object.fromEntries(tables.map(([table, items]) => [table, items.map(wrap)])) },
    );
    const data: JsonObject = {};
    const left: JsonObject = {};
    for (const [table, items] of tables) {
      const undone = (output.UnprocessedItems?.[table] ?? []).map(
        (one) => one.PutRequest?.Item ?? one.DeleteRequest?.Key ?? {},
      );
      data[table] = items.map(itemToJson);
      left[table] = undone.map(itemToJson);
    }
    return { result: { data, [unprocessed]: left } };
  };
}

export const batchPutItem = batchWrite((Item) => ({ PutRequest: { Item } }), 'unprocessedItems');
export const batchDeleteItem = batchWrite((Key) => ({ DeleteRequest: { Key } }), 'unprocessedKeys');
