import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { validationError } from '../errors.ts';
import { addUsage, consumedCapacity, noUsage, writeUsage } from '../items/capacity.ts';
import { executeWrite, writeKey } from '../items/execute-write.ts';
import { itemPermission, leadingKey } from '../items/item-permission.ts';
import { checkItemSize, type WriteRequest } from '../items/write-request.ts';
import { readCapacityDetail, refuseCollectionMetrics } from '../request/common.ts';
import { RequestReader } from '../request/reader.ts';
import { encodeTableKey } from '../store/item-store.ts';

const MAX_WRITES = 25;

/**
 * Puts and deletes up to 25 items. AWS may do some and not others; here they are all done or, on an error, none.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html
 */
export function batchWriteItem(engine: Engine): Operation<unknown> {
  return {
    authorize(input) {
      return Object.entries(new RequestReader(input).map('RequestItems', 'WriteRequest') ?? {}).map(
        ([tableName, writes]) => {
          const leadingKeys = (Array.isArray(writes) ? writes : []).map((write: SentWrite) =>
            leadingKey(engine, tableName, write?.PutRequest?.Item ?? write?.DeleteRequest?.Key),
          );
          return itemPermission(engine, 'BatchWriteItem', { tableName, leadingKeys });
        },
      );
    },
    run(input) {
      const request = new RequestReader(input);
      const detail = readCapacityDetail(request);
      refuseCollectionMetrics(request);
      const tables = readTables(request).map(([tableName, writes]) => ({
        tableName,
        writes,
        table: engine.catalog.get(tableName),
      }));
      for (const { table, writes } of tables) {
        const keys = writes.map((write) => encodeTableKey(table, writeKey(table, write)).toString('base64'));
        if (new Set(keys).size < keys.length) {
          throw validationError('Provided list of item keys contains duplicates');
        }
      }
      const capacities = engine.database.transaction(() =>
        tables.map(({ tableName, table, writes }) => {
          const usage = noUsage();
          for (const write of writes) {
            const { old, next } = executeWrite(engine, table, write);
            if (detail !== 'NONE') addUsage(usage, writeUsage(table, old, next));
          }
          return consumedCapacity(detail, tableName, usage);
        }),
      );
      return { UnprocessedItems: {}, ...(detail !== 'NONE' && { ConsumedCapacity: capacities }) };
    },
  };
}

interface SentWrite {
  readonly PutRequest?: { readonly Item?: unknown };
  readonly DeleteRequest?: { readonly Key?: unknown };
}

function readTables(request: RequestReader): readonly (readonly [string, readonly WriteRequest[]])[] {
  request.required('RequestItems');
  request.length('RequestItems', 1, MAX_WRITES);
  const sent = request.map('RequestItems', 'WriteRequest') ?? {};
  const tables = new RequestReader(sent, 'requestItems');
  const lists = Object.keys(sent).map((name) => [name, tables.structures(name) ?? []] as const);
  if (lists.some(([, writes]) => writes.length < 1 || writes.length > MAX_WRITES)) {
    request.violate(
      'RequestItems',
      sent,
      `Map value must satisfy constraint: [Member must have length less than or equal to ${MAX_WRITES}, ` +
        'Member must have length greater than or equal to 1]',
    );
  }
  request.check();
  if (lists.reduce((sum, [, writes]) => sum + writes.length, 0) > MAX_WRITES) {
    throw validationError('Too many items requested for the BatchWriteItem call');
  }
  return lists.map(([tableName, writes]) => [tableName, writes.map((write) => readWrite(tableName, write))]);
}

function readWrite(tableName: string, write: RequestReader): WriteRequest {
  const put = write.structure('PutRequest');
  const remove = write.structure('DeleteRequest');
  if (!put === !remove) {
    throw validationError(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    );
  }
  const one = (put ?? remove)!;
  one.required(put ? 'Item' : 'Key');
  one.check();
  const common = { tableName, showOldOnFailure: false };
  if (!put) return { ...common, kind: 'delete', key: one.item('Key')! };
  const item = one.item('Item')!;
  checkItemSize(item);
  return { ...common, kind: 'put', item };
}
