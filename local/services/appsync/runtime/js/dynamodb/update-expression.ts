import { UtilError } from '../../util/util-error.ts';
import { toDynamoDB } from '../../util/dynamodb.ts';
import { isRecord } from '../../util/json.ts';
import { isUpdateOperation } from './operations.ts';
import type { UpdateOperation } from './operations.ts';

interface Builder {
  readonly set: string[];
  readonly remove: string[];
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
  next: number;
}

/**
 * `update`'s object as an update expression: plain values and `operations` are set, null and `operations.remove()`
 * removed, plain objects descended into so that their other attributes stay. Placeholders are numbered as AppSync
 * numbers them, `#expName_1` and `:expValue_1`.
 */
export function toUpdateExpression(update: unknown): Record<string, unknown> {
  if (!isRecord(update)) throw new UtilError('Expected update to be an object.');
  const builder: Builder = { set: [], remove: [], names: {}, values: {}, next: 1 };
  members(update, '', builder);
  const clauses = [
    builder.set.length === 0 ? '' : `SET ${builder.set.join(', ')}`,
    builder.remove.length === 0 ? '' : `REMOVE ${builder.remove.join(', ')}`,
  ];
  return {
    expression: clauses.filter((clause) => clause !== '').join(' '),
    ...(Object.keys(builder.names).length === 0 ? {} : { expressionNames: builder.names }),
    ...(Object.keys(builder.values).length === 0 ? {} : { expressionValues: builder.values }),
  };
}

function members(object: Record<string, unknown>, prefix: string, builder: Builder): void {
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    const number = builder.next++;
    const placeholder = `#expName_${number}`;
    builder.names[placeholder] = name;
    attribute(prefix + placeholder, value, number, builder);
  }
}

function attribute(path: string, value: unknown, number: number, builder: Builder): void {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  if (isUpdateOperation(value)) operation(path, value, number, builder);
  else if (value === null) builder.remove.push(path);
  else if (items.length > 0 && items.every(isUpdateOperation)) {
    items.forEach((item) => operation(path, item as UpdateOperation, builder.next++, builder));
  } else if (isRecord(value) && !isTyped(value)) members(value, `${path}.`, builder);
  else builder.set.push(`${path} = ${bind(number, isTyped(value) ? value : toDynamoDB(value), builder)}`);
}

/** Sets made with `toStringSet` and its siblings are attribute values already. */
function isTyped(value: unknown): value is Record<string, unknown> {
  if (!isRecord(value)) return false;
  const [type, ...others] = Object.keys(value);
  return (
    others.length === 0 && (type === 'SS' || type === 'NS' || type === 'BS') && Array.isArray(value[type])
  );
}

function operation(path: string, change: UpdateOperation, number: number, builder: Builder): void {
  const plain = (value: unknown): string => bind(number, isTyped(value) ? value : toDynamoDB(value), builder);
  switch (change.type) {
    case 'OPERATION_ADD':
    case 'OPERATION_REPLACE':
      return void builder.set.push(`${path} = ${plain(change.value)}`);
    case 'OPERATION_REMOVE':
      return void builder.remove.push(path);
    case 'OPERATION_INCREMENT':
      return void builder.set.push(`${path} = ${path} + ${plain(change.by)}`);
    case 'OPERATION_DECREMENT':
      return void builder.set.push(`${path} = ${path} - ${plain(change.by)}`);
    case 'OPERATION_APPEND':
      return void builder.set.push(`${path} = list_append(${path}, ${plain(change.items)})`);
    case 'OPERATION_PREPEND':
      return void builder.set.push(`${path} = list_append(${plain(change.items)}, ${path})`);
    case 'OPERATION_UPDATE_LIST_ITEM':
      return void builder.set.push(`${path}[${Number(change.index)}] = ${plain(change.value)}`);
    default:
      throw new UtilError(`Unknown update operation ${change.type}.`);
  }
}

function bind(number: number, value: unknown, builder: Builder): string {
  const placeholder = `:expValue_${number}`;
  builder.values[placeholder] = value;
  return placeholder;
}
