import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { validationError } from '../errors.ts';
import { addUsage, consumedCapacity, noUsage, writeUsage, type Usage } from '../items/capacity.ts';
import { executeWrite, writeKey, type WriteOutcome } from '../items/execute-write.ts';
import { itemPermission, leadingKey } from '../items/item-permission.ts';
import { attemptAll } from '../items/transaction-canceled.ts';
import { checkDistinctItems, MAX_TRANSACTION_ITEMS, transactionUsage } from '../items/transaction-items.ts';
import { writeReader, type WriteRequest } from '../items/write-request.ts';
import { readCapacityDetail, refuseCollectionMetrics } from '../request/common.ts';
import { RequestReader } from '../request/reader.ts';

const KINDS = { Put: 'put', Update: 'update', Delete: 'delete', ConditionCheck: 'check' } as const;
const ACTIONS = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
} as const;

/**
 * Up to 100 writes and condition checks of different items that happen all together or not at all.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
export function transactWriteItems(engine: Engine): Operation<unknown> {
  return {
    authorize(input) {
      return (new RequestReader(input).structures('TransactItems') ?? []).map((action) => {
        const member = memberOf(action);
        const { tableName, key } = targetOf(action.structure(member)!);
        const leadingKeys = [leadingKey(engine, tableName, key)];
        return itemPermission(engine, ACTIONS[member], {
          tableName,
          leadingKeys,
          enclosing: 'TransactWriteItems',
        });
      });
    },
    run(input) {
      const request = new RequestReader(input);
      const detail = readCapacityDetail(request);
      refuseCollectionMetrics(request);
      request.length('ClientRequestToken', 1, 36);
      const token = request.string('ClientRequestToken');
      const writes = readWrites(request);
      const tables = new Map(writes.map(({ tableName }) => [tableName, engine.catalog.get(tableName)]));
      const outcomes = engine.database.transaction(() => {
        const now = engine.cloud.clock.now();
        if (token && engine.tokens.wasDone(token, request.list('TransactItems'), now)) return undefined;
        const keys = attemptAll(writes, (write) => writeKey(tables.get(write.tableName)!, write));
        checkDistinctItems(
          writes.map(({ tableName }, at) => ({ table: tables.get(tableName)!, key: keys[at]! })),
        );
        return attemptAll(writes, (write) => executeWrite(engine, tables.get(write.tableName)!, write));
      });
      if (detail === 'NONE') return {};
      const usages = outcomes ? usedBy(outcomes) : readAgain(engine, writes);
      return {
        ConsumedCapacity: [...usages].map(([name, usage]) =>
          consumedCapacity(detail, name, usage, outcomes ? 'Write' : 'Read'),
        ),
      };
    },
  };
}

function readWrites(request: RequestReader): readonly WriteRequest[] {
  request.required('TransactItems');
  request.length('TransactItems', 1, MAX_TRANSACTION_ITEMS);
  const readers = (request.structures('TransactItems') ?? []).map((action) => {
    const member = memberOf(action);
    const one = action.structure(member)!;
    if (member === 'Update') one.required('UpdateExpression');
    return writeReader(KINDS[member], one);
  });
  request.check();
  return readers.map((read) => read());
}

function memberOf(action: RequestReader): keyof typeof KINDS {
  const given = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter((member) => action.has(member));
  if (given.length === 1) return given[0]!;
  throw validationError(
    given.length === 0
      ? 'Invalid Request: TransactWriteRequest should contain Delete or Put or Update request'
      : 'TransactItems can only contain one of Check, Put, Update or Delete',
  );
}

function targetOf(one: RequestReader): { tableName: string; key: unknown } {
  const key = one.map('Item', 'AttributeValue') ?? one.map('Key', 'AttributeValue');
  return { tableName: one.tableName(), key };
}

function usedBy(outcomes: readonly WriteOutcome[]): Map<string, Usage> {
  const usages = new Map<string, Usage>();
  for (const { table, old, next } of outcomes) {
    const name = table.definition.TableName;
    const sum = usages.get(name) ?? noUsage();
    addUsage(sum, writeUsage(table, old, next), 2);
    usages.set(name, sum);
  }
  return usages;
}

/** A transaction that was done before only reads its items again. */
function readAgain(engine: Engine, writes: readonly WriteRequest[]): Map<string, Usage> {
  return transactionUsage(
    writes.map((write) => {
      const table = engine.catalog.get(write.tableName);
      return {
        tableName: write.tableName,
        bytes: engine.items.read(table, writeKey(table, write))?.size ?? 0,
      };
    }),
  );
}
