import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { validationError } from '../errors.ts';
import { project } from '../expressions/projection.ts';
import type { DocumentPath } from '../expressions/syntax.ts';
import { consumedCapacity, noUsage, readUnits } from '../items/capacity.ts';
import { itemPermission, leadingKey } from '../items/item-permission.ts';
import { checkKey } from '../keys/key-schema.ts';
import { LEGACY_READ, readCapacityDetail } from '../request/common.ts';
import { readExpressions } from '../request/expressions.ts';
import { RequestReader } from '../request/reader.ts';
import { encodeTableKey } from '../store/item-store.ts';
import type { Item } from '../values/attribute-value.ts';
import { normalizeItem } from '../values/normalize.ts';

const MAX_KEYS = 100;
const MAX_RESPONSE_BYTES = 16 * 1024 * 1024;

interface TableKeys {
  readonly tableName: string;
  readonly keys: readonly Item[];
  readonly consistent: boolean;
  readonly projection?: readonly DocumentPath[];
  /** The request as it was sent, without the keys: what an answer's UnprocessedKeys repeats. */
  readonly sent: Readonly<Record<string, unknown>>;
}

/**
 * Reads up to 100 items by their keys. What does not fit into 16 MB comes back as unprocessed.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
 */
export function batchGetItem(engine: Engine): Operation<unknown> {
  return {
    authorize(input) {
      const request = new RequestReader(input);
      return request.entries('RequestItems', 'KeysAndAttributes').map(([tableName, one]) => {
        const leadingKeys = (one.list('Keys') ?? []).map((key) => leadingKey(engine, tableName, key));
        return itemPermission(engine, 'BatchGetItem', { tableName, leadingKeys });
      });
    },
    run(input) {
      const request = new RequestReader(input);
      const detail = readCapacityDetail(request);
      const tables = readTables(request);
      const Responses: Record<string, Item[]> = {};
      const UnprocessedKeys: Record<string, unknown> = {};
      const capacities: unknown[] = [];
      let bytes = 0;
      for (const { table, ...wanted } of tables.map((one) => ({
        ...one,
        table: engine.catalog.get(one.tableName),
      }))) {
        for (const key of wanted.keys) checkKey(key, table.key);
        checkDistinct(wanted.keys.map((key) => encodeTableKey(table, key).toString('base64')));
        const usage = noUsage();
        const items: Item[] = [];
        const unprocessed: Item[] = [];
        for (const key of wanted.keys) {
          const found = bytes > MAX_RESPONSE_BYTES ? undefined : engine.items.read(table, key);
          bytes += found?.size ?? 0;
          if (bytes > MAX_RESPONSE_BYTES) {
            unprocessed.push(key);
            continue;
          }
          usage.table += readUnits(found?.size ?? 0, wanted.consistent);
          if (found) items.push(wanted.projection ? project(found.item, wanted.projection) : found.item);
        }
        Responses[wanted.tableName] = items;
        if (unprocessed.length > 0) UnprocessedKeys[wanted.tableName] = { ...wanted.sent, Keys: unprocessed };
        capacities.push(consumedCapacity(detail, wanted.tableName, usage));
      }
      return { Responses, UnprocessedKeys, ...(detail !== 'NONE' && { ConsumedCapacity: capacities }) };
    },
  };
}

function readTables(request: RequestReader): readonly TableKeys[] {
  request.required('RequestItems');
  request.length('RequestItems', 1);
  const entries = request.entries('RequestItems', 'KeysAndAttributes');
  for (const [, one] of entries) {
    one.refuse('BatchGetItem', LEGACY_READ);
    one.required('Keys');
    one.length('Keys', 1, MAX_KEYS);
  }
  request.check();
  const tables = entries.map(([tableName, one]) => {
    const { projection } = readExpressions(one, ['ProjectionExpression']);
    const names = one.map('ExpressionAttributeNames', 'java.lang.String');
    const consistent = one.boolean('ConsistentRead') ?? false;
    const sent = {
      ...(one.has('ConsistentRead') && { ConsistentRead: consistent }),
      ...(projection && { ProjectionExpression: one.string('ProjectionExpression') }),
      ...(names && { ExpressionAttributeNames: names }),
    };
    return { tableName, keys: one.list('Keys')!.map(normalizeItem), consistent, projection, sent };
  });
  if (tables.reduce((sum, { keys }) => sum + keys.length, 0) > MAX_KEYS) {
    throw validationError('Too many items requested for the BatchGetItem call');
  }
  return tables;
}

function checkDistinct(keys: readonly string[]): void {
  if (new Set(keys).size < keys.length)
    throw validationError('Provided list of item keys contains duplicates');
}
