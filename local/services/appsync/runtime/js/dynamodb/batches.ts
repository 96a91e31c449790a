import { UtilError } from '../../util/util-error.ts';
import { isRecord } from '../../util/json.ts';
import { attributeValues, expressionMember, given, payloadOf, projectionMember } from './parts.ts';
import type { Payload } from './parts.ts';
import { toUpdateExpression } from './update-expression.ts';

type Request = Record<string, unknown>;

export function batchGet(input: unknown): Request {
  const tables = mapTables(payloadOf(input, 'batchGet'), (name, value) => {
    const table = payloadOf(value, `tables.${name}`);
    return {
      keys: list(table.keys, `tables.${name}.keys`).map((key) => attributeValues(key, 'key')),
      ...given(table, ['consistentRead']),
      ...projectionMember(table.projection),
    };
  });
  return { operation: 'BatchGetItem', tables };
}

export function batchPut(input: unknown): Request {
  const tables = mapTables(payloadOf(input, 'batchPut'), (name, items) =>
    list(items, `tables.${name}`).map((item) => attributeValues(item, 'item')),
  );
  return { operation: 'BatchPutItem', tables };
}

export function batchDelete(input: unknown): Request {
  const tables = mapTables(payloadOf(input, 'batchDelete'), (name, keys) =>
    list(keys, `tables.${name}`).map((key) => attributeValues(key, 'key')),
  );
  return { operation: 'BatchDeleteItem', tables };
}

export function transactGet(input: unknown): Request {
  const items = list(payloadOf(input, 'transactGet').items, 'items');
  return {
    operation: 'TransactGetItems',
    transactItems: items.map((value) => {
      const item = payloadOf(value, 'items');
      return {
        table: item.table,
        key: attributeValues(item.key, 'key'),
        ...projectionMember(item.projection),
      };
    }),
  };
}

export function transactWrite(input: unknown): Request {
  const items = list(payloadOf(input, 'transactWrite').items, 'items');
  return { operation: 'TransactWriteItems', transactItems: items.map(transactItem) };
}

function transactItem(value: unknown): Request {
  const [kind, body] = Object.entries(isRecord(value) ? value : {})[0] ?? [];
  const item = payloadOf(body, kind ?? 'items');
  const common = (operation: string): Request => ({
    table: item.table,
    operation,
    key: attributeValues(item.key, 'key'),
  });
  const condition = expressionMember('condition', item.condition);
  switch (kind) {
    case 'putItem':
      return { ...common('PutItem'), attributeValues: attributeValues(item.item, 'item'), ...condition };
    case 'updateItem':
      return { ...common('UpdateItem'), update: toUpdateExpression(item.update), ...condition };
    case 'deleteItem':
      return { ...common('DeleteItem'), ...condition };
    case 'conditionCheck':
      return { ...common('ConditionCheck'), ...condition };
    default:
      throw new UtilError(`Unsupported transaction item ${kind}.`);
  }
}

function mapTables(payload: Payload, convert: (name: string, value: unknown) => unknown): Request {
  const tables = payloadOf(payload.tables, 'tables');
  return Object.fromEntries(Object.entries(tables).map(([name, value]) => [name, convert(name, value)]));
}

function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new UtilError(`Expected ${what} to be an array.`);
  return value;
}
