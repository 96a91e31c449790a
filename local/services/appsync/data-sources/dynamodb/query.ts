import { required, type JsonObject } from '../request.ts';
import type { DynamoDbOperation } from './operation.ts';
import { readPage } from './read-page.ts';

export const query: DynamoDbOperation = (cloud, target, request) => {
  const key = required<JsonObject>(request, 'query');
  return readPage(cloud, target, 'Query', request, key, {
    KeyConditionExpression: key.expression,
    ScanIndexForward: request.scanIndexForward !== false,
  });
};
