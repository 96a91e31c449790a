import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { consumedCapacity, noUsage, readUnits } from '../items/capacity.ts';
import { itemPermission, leadingKey } from '../items/item-permission.ts';
import { project } from '../expressions/projection.ts';
import { checkKey } from '../keys/key-schema.ts';
import { LEGACY_READ, readCapacityDetail } from '../request/common.ts';
import { readExpressions } from '../request/expressions.ts';
import { RequestReader } from '../request/reader.ts';

/**
 * Reads one item by its key.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html
 */
export function getItem(engine: Engine): Operation<unknown> {
  return {
    authorize(input) {
      const tableName = new RequestReader(input).tableName();
      const { Key } = input as { Key?: unknown };
      return [
        itemPermission(engine, 'GetItem', { tableName, leadingKeys: [leadingKey(engine, tableName, Key)] }),
      ];
    },
    run(input) {
      const request = new RequestReader(input);
      request.refuse('GetItem', LEGACY_READ);
      const tableName = request.tableName();
      request.required('Key');
      const consistent = request.boolean('ConsistentRead') ?? false;
      const detail = readCapacityDetail(request);
      request.check();
      const key = request.item('Key')!;
      const { projection } = readExpressions(request, ['ProjectionExpression']);
      const table = engine.catalog.get(tableName);
      checkKey(key, table.key);
      const found = engine.items.read(table, key);
      const usage = { ...noUsage(), table: readUnits(found?.size ?? 0, consistent) };
      const capacity = consumedCapacity(detail, tableName, usage);
      return {
        ...(found && { Item: projection ? project(found.item, projection) : found.item }),
        ...(capacity && { ConsumedCapacity: capacity }),
      };
    },
  };
}
