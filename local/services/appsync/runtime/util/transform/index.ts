import { notCovered } from '../../../../../core/errors.ts';
import { toDynamoDBExpression } from './dynamodb-expression.ts';
import { toSubscriptionFilter } from './subscription-filter.ts';

/** `util.transform` as both runtimes have it; the DynamoDB ones answer JSON text, as AppSync's do. */
export const transform = {
  toDynamoDBFilterExpression: (filter: unknown): string => JSON.stringify(toDynamoDBExpression(filter)),
  toDynamoDBConditionExpression: (filter: unknown): string => JSON.stringify(toDynamoDBExpression(filter)),
  toSubscriptionFilter: (filter: unknown, ignored?: unknown, rules?: unknown): unknown =>
    toSubscriptionFilter(filter, ignored, rules),
  toElasticsearchQueryDSL: (): never => {
    throw notCovered('util.transform.toElasticsearchQueryDSL (OpenSearch data sources)');
  },
};
