import type { CloudContext } from '../../../../core/context.ts';
import { AwsError, notCovered } from '../../../../core/errors.ts';
import { toDynamoDBWire } from '../../runtime/index.ts';
import type { DataSourceCall, DataSourceOutcome } from '../data-source.ts';
import { requestObject, required } from '../request.ts';
import { batchGetItem } from './batch-get-item.ts';
import { batchDeleteItem, batchPutItem } from './batch-write.ts';
import { deleteItem } from './delete-item.ts';
import { dynamoDbError } from './errors.ts';
import { getItem } from './get-item.ts';
import type { DynamoDbOperation } from './operation.ts';
import { putItem } from './put-item.ts';
import { query } from './query.ts';
import { scan } from './scan.ts';
import type { DynamoDbTarget } from './target.ts';
import { transactGetItems } from './transact-get-items.ts';
import { transactWriteItems } from './transact-write-items.ts';
import { updateItem } from './update-item.ts';

const OPERATIONS: Readonly<Record<string, DynamoDbOperation>> = {
  GetItem: getItem,
  PutItem: putItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  Query: query,
  Scan: scan,
  BatchGetItem: batchGetItem,
  BatchPutItem: batchPutItem,
  BatchDeleteItem: batchDeleteItem,
  TransactGetItems: transactGetItems,
  TransactWriteItems: transactWriteItems,
};

/**
 * Runs one request of a DynamoDB data source
 * (https://docs.aws.amazon.com/appsync/latest/devguide/js-resolver-reference-dynamodb.html).
 * What DynamoDB or IAM refuses comes back as `error`; `Sync` is not covered.
 */
export async function invokeDynamoDb(
  cloud: CloudContext,
  target: DynamoDbTarget,
  value: unknown,
  call: DataSourceCall,
): Promise<DataSourceOutcome> {
  // AppSync's utilities write numbers and nulls loosely (`{N: 10}`); DynamoDB takes its own wire form only.
  const request = toDynamoDBWire(requestObject(value));
  const name = required<string>(request, 'operation');
  const operation = OPERATIONS[name];
  if (!operation) throw notCovered(`the operation ${name} of AppSync's DynamoDB data sources`);
  try {
    return await operation(cloud, target, request, call);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { result: null, error: dynamoDbError(error) };
  }
}
