import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { batchGetItem } from './BatchGetItem.ts';
import { batchWriteItem } from './BatchWriteItem.ts';
import { createTable } from './CreateTable.ts';
import { deleteItem } from './DeleteItem.ts';
import { deleteTable } from './DeleteTable.ts';
import { describeContinuousBackups } from './DescribeContinuousBackups.ts';
import { describeTable } from './DescribeTable.ts';
import { describeTimeToLive } from './DescribeTimeToLive.ts';
import { getItem } from './GetItem.ts';
import { listTables } from './ListTables.ts';
import { listTagsOfResource } from './ListTagsOfResource.ts';
import { putItem } from './PutItem.ts';
import { query } from './Query.ts';
import { scan } from './Scan.ts';
import { tagResource } from './TagResource.ts';
import { transactGetItems } from './TransactGetItems.ts';
import { transactWriteItems } from './TransactWriteItems.ts';
import { untagResource } from './UntagResource.ts';
import { updateContinuousBackups } from './UpdateContinuousBackups.ts';
import { updateItem } from './UpdateItem.ts';
import { updateTable } from './UpdateTable.ts';
import { updateTimeToLive } from './UpdateTimeToLive.ts';

/** The operations that are covered, by their names on the wire. */
export function operations(engine: Engine): Readonly<Record<string, Operation<unknown>>> {
  return {
    BatchGetItem: batchGetItem(engine),
    BatchWriteItem: batchWriteItem(engine),
    CreateTable: createTable(engine),
    DeleteItem: deleteItem(engine),
    DeleteTable: deleteTable(engine),
    DescribeContinuousBackups: describeContinuousBackups(engine),
    DescribeTable: describeTable(engine),
    DescribeTimeToLive: describeTimeToLive(engine),
    GetItem: getItem(engine),
    ListTables: listTables(engine),
    ListTagsOfResource: listTagsOfResource(engine),
    PutItem: putItem(engine),
    Query: query(engine),
    Scan: scan(engine),
    TagResource: tagResource(engine),
    TransactGetItems: transactGetItems(engine),
    TransactWriteItems: transactWriteItems(engine),
    UntagResource: untagResource(engine),
    UpdateContinuousBackups: updateContinuousBackups(engine),
    UpdateItem: updateItem(engine),
    UpdateTable: updateTable(engine),
    UpdateTimeToLive: updateTimeToLive(engine),
  };
}
