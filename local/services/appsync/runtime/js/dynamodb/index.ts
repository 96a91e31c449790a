/** The module `@aws-appsync/utils/dynamodb`: helpers that write the DynamoDB data source's requests. */
import { dynamodb } from '../../util/dynamodb.ts';

export { batchDelete, batchGet, batchPut, transactGet, transactWrite } from './batches.ts';
export { get, put, remove, update } from './items.ts';
export { query, scan, sync } from './lists.ts';
export { operations } from './operations.ts';

export const { toStringSet, toNumberSet, toBinarySet } = dynamodb;
