import type { CloudContext } from '../../../../core/context.ts';
import type { DataSourceOutcome } from '../data-source.ts';
import type { JsonObject } from '../request.ts';
import { itemToJson } from './attribute-values.ts';
import { expressionOf, namesAndValues } from './expressions.ts';
import { decodeNextToken, encodeNextToken } from './next-token.ts';
import { type AttributeMap, callDynamoDb, type DynamoDbTarget } from './target.ts';

interface Page {
  Items?: AttributeMap[];
  LastEvaluatedKey?: AttributeMap;
  ScannedCount?: number;
}

/** What Query and Scan share. Result: `{ items, nextToken, scannedCount }`. */
export async function readPage(
  cloud: CloudContext,
  target: DynamoDbTarget,
  operation: 'Query' | 'Scan',
  request: JsonObject,
  key: JsonObject | undefined,
  more: JsonObject,
): Promise<DataSourceOutcome> {
  const filter = expressionOf(request, 'filter');
  const projection = expressionOf(request, 'projection');
  const start = decodeNextToken(request.nextToken);
  const page = await callDynamoDb<Page>(cloud, target, operation, {
    TableName: target.tableName,
    ...more,
    ...(typeof request.index === 'string' ? { IndexName: request.index } : {}),
    ...(typeof request.limit === 'number' ? { Limit: request.limit } : {}),
    ...(request.consistentRead === true ? { ConsistentRead: true } : {}),
    ...(typeof request.select === 'string' ? { Select: request.select } : {}),
    ...(start ? { ExclusiveStartKey: start } : {}),
    ...(filter ? { FilterExpression: filter.expression } : {}),
    ...(projection ? { ProjectionExpression: projection.expression } : {}),
    ...namesAndValues(key, filter, projection),
  });
  const items = (page.Items ?? []).map(itemToJson);
  const nextToken = encodeNextToken(page.LastEvaluatedKey);
  return { result: { items, nextToken, scannedCount: page.ScannedCount ?? items.length } };
}
