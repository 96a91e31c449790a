import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { validationError } from '../errors.ts';
import {
  LEGACY_WRITE,
  readCapacityDetail,
  readReturnValues,
  refuseCollectionMetrics,
} from '../request/common.ts';
import { RequestReader } from '../request/reader.ts';
import { consumedCapacity, writeUsage } from './capacity.ts';
import { executeWrite } from './execute-write.ts';
import { itemPermission, leadingKey } from './item-permission.ts';
import { returnedAttributes } from './returned-attributes.ts';
import { writeReader, type WriteRequest } from './write-request.ts';

const ACTIONS = { put: 'PutItem', delete: 'DeleteItem', update: 'UpdateItem' } as const;

/** PutItem, DeleteItem and UpdateItem: read the request, write one item in a transaction, answer what was asked for. */
export function singleWrite(engine: Engine, kind: keyof typeof ACTIONS): Operation<unknown> {
  const name = ACTIONS[kind];
  return {
    authorize(input) {
      const tableName = new RequestReader(input).tableName();
      const { Item, Key } = input as { Item?: unknown; Key?: unknown };
      const leadingKeys = [leadingKey(engine, tableName, kind === 'put' ? Item : Key)];
      return [itemPermission(engine, name, { tableName, leadingKeys })];
    },
    run(input) {
      const request = new RequestReader(input);
      request.refuse(name, LEGACY_WRITE);
      const read = writeReader(kind, request);
      const detail = readCapacityDetail(request);
      const returnValues = readReturnValues(request);
      refuseCollectionMetrics(request);
      request.check();
      if (kind !== 'update' && !['NONE', 'ALL_OLD'].includes(returnValues)) {
        throw validationError('ReturnValues can only be ALL_OLD or NONE');
      }
      const write: WriteRequest = read();
      const table = engine.catalog.get(write.tableName);
      const { old, next } = engine.database.transaction(() => executeWrite(engine, table, write));
      const actions = write.kind === 'update' ? write.actions : [];
      const attributes = returnedAttributes(returnValues, actions, old, next);
      const capacity =
        detail === 'NONE'
          ? undefined
          : consumedCapacity(detail, write.tableName, writeUsage(table, old, next));
      return {
        ...(attributes && { Attributes: attributes }),
        ...(capacity && { ConsumedCapacity: capacity }),
      };
    },
  };
}
