import type { AwsError } from '../../../../core/errors.ts';
import { stableId } from '../../../../core/stable-id.ts';
import type { DataSourceError } from '../data-source.ts';

/** Exceptions that DynamoDB's API models; AppSync names every other one `DynamoDbException`. */
const MODELED = new Set([
  'ConditionalCheckFailedException',
  'TransactionCanceledException',
  'TransactionConflictException',
  'ProvisionedThroughputExceededException',
  'ResourceNotFoundException',
  'ItemCollectionSizeLimitExceededException',
  'RequestLimitExceeded',
  'IdempotentParameterMismatchException',
  'TransactionInProgressException',
  'DuplicateItemException',
]);

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A DynamoDB error as `ctx.error` has it. */
export function dynamoDbError(error: AwsError): DataSourceError {
  const requestId = stableId(`${error.code}:${error.message}`, 52, UPPER);
  return {
    type: `DynamoDB:${MODELED.has(error.code) ? error.code : 'DynamoDbException'}`,
    message: `${error.message} (Service: DynamoDb, Status Code: ${error.statusCode}, Request ID: ${requestId})`,
  };
}
