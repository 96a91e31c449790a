import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { project } from '../expressions/projection.ts';
import { consumedCapacity } from '../items/capacity.ts';
import { itemPermission, leadingKey } from '../items/item-permission.ts';
import { attemptAll } from '../items/transaction-canceled.ts';
import { checkDistinctItems, MAX_TRANSACTION_ITEMS, transactionUsage } from '../items/transaction-items.ts';
import { checkKey } from '../keys/key-schema.ts';
import { readCapacityDetail } from '../request/common.ts';
import { readExpressions } from '../request/expressions.ts';
import { RequestReader } from '../request/reader.ts';

/**
 * Reads up to 100 items as they are at one moment.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html
 */
export function transactGetItems(engine: Engine): Operation<unknown> {
  return {
    authorize(input) {
      return readGets(new RequestReader(input)).map((get) => {
        const tableName = get.tableName();
        const leadingKeys = [leadingKey(engine, tableName, get.map('Key', 'AttributeValue'))];
        return itemPermission(engine, 'GetItem', { tableName, leadingKeys, enclosing: 'TransactGetItems' });
      });
    },
    run(input) {
      const request = new RequestReader(input);
      const detail = readCapacityDetail(request);
      request.required('TransactItems');
      request.length('TransactItems', 1, MAX_TRANSACTION_ITEMS);
      const sent = readGets(request);
      const tableNames = sent.map((get) => get.tableName());
      for (const get of sent) get.required('Key');
      request.check();
      const gets = sent.map((get, at) => ({
        tableName: tableNames[at]!,
        key: get.item('Key')!,
        projection: readExpressions(get, ['ProjectionExpression']).projection,
        table: engine.catalog.get(tableNames[at]!),
      }));
      attemptAll(gets, ({ table, key }) => checkKey(key, table.key));
      checkDistinctItems(gets);
      const found = gets.map(({ table, key }) => engine.items.read(table, key));
      const Responses = gets.map(({ projection }, at) => {
        const item = found[at]?.item;
        return item ? { Item: projection ? project(item, projection) : item } : {};
      });
      const usages = transactionUsage(
        gets.map(({ tableName }, at) => ({ tableName, bytes: found[at]?.size ?? 0 })),
      );
      const capacities = [...usages].map(([name, usage]) => consumedCapacity(detail, name, usage, 'Read'));
      return { ...(detail !== 'NONE' && { ConsumedCapacity: capacities }), Responses };
    },
  };
}

function readGets(request: RequestReader): RequestReader[] {
  return (request.structures('TransactItems') ?? []).map((action) => {
    action.required('Get');
    action.check();
    return action.structure('Get')!;
  });
}
