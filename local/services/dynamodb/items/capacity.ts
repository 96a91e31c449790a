import { isIndexed, projectedItem, type Index, type Table } from '../tables/definition.ts';
import type { Item } from '../values/attribute-value.ts';
import { equalItems } from '../values/compare.ts';
import { itemSize } from '../values/size.ts';

export type CapacityDetail = 'NONE' | 'TOTAL' | 'INDEXES';

/** Capacity units that were used of one table and of its indexes, by the indexes' names. */
export interface Usage {
  table: number;
  readonly global: Map<string, number>;
  readonly local: Map<string, number>;
}

export function noUsage(): Usage {
  return { table: 0, global: new Map(), local: new Map() };
}

/**
 * What a write uses: a unit for each KiB of the larger one of old and new item, and as much for each index whose
 * entry changes; an entry that moves to another key is deleted and put.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
export function writeUsage(table: Table, old: Item | undefined, next: Item | undefined): Usage {
  const usage = noUsage();
  usage.table = writeUnits(Math.max(old ? itemSize(old) : 0, next ? itemSize(next) : 0));
  for (const index of table.indexes) {
    const units = indexWriteUnits(index, old, next);
    if (units > 0) (index.kind === 'global' ? usage.global : usage.local).set(index.name, units);
  }
  return usage;
}

/** What a read of so many bytes uses: a unit for each 4 KiB, half of it when an older state is good enough. */
export function readUnits(bytes: number, consistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
}

/** Adds what was used to a sum; transactions count twice. */
export function addUsage(sum: Usage, usage: Usage, factor = 1): void {
  sum.table += usage.table * factor;
  for (const kind of ['global', 'local'] as const) {
    for (const [name, units] of usage[kind]) {
      sum[kind].set(name, (sum[kind].get(name) ?? 0) + units * factor);
    }
  }
}

/**
 * The ConsumedCapacity of an answer, or undefined when it was not asked for.
 * @param kind for transactions, which tell reads and writes apart
 */
export function consumedCapacity(
  detail: CapacityDetail,
  tableName: string,
  usage: Usage,
  kind?: 'Read' | 'Write',
): Record<string, unknown> | undefined {
  if (detail === 'NONE') return undefined;
  const units = (amount: number): Record<string, number> => ({
    CapacityUnits: amount,
    ...(kind && { [`${kind}CapacityUnits`]: amount }),
  });
  const indexes = (of: ReadonlyMap<string, number>): Record<string, unknown> | undefined =>
    of.size > 0 ? Object.fromEntries([...of].map(([name, amount]) => [name, units(amount)])) : undefined;
  const total = [...usage.global.values(), ...usage.local.values()].reduce((a, b) => a + b, usage.table);
  if (detail === 'TOTAL') return { TableName: tableName, ...units(total) };
  const global = indexes(usage.global);
  const local = indexes(usage.local);
  return {
    TableName: tableName,
    ...units(total),
    Table: units(usage.table),
    ...(global && { GlobalSecondaryIndexes: global }),
    ...(local && { LocalSecondaryIndexes: local }),
  };
}

function indexWriteUnits(index: Index, old: Item | undefined, next: Item | undefined): number {
  const before = old && isIndexed(old, index) ? projectedItem(old, index) : undefined;
  const after = next && isIndexed(next, index) ? projectedItem(next, index) : undefined;
  if (!before && !after) return 0;
  if (!before || !after) return writeUnits(itemSize((before ?? after)!));
  if (equalItems(before, after)) return 0;
  if (!sameKey(index, before, after)) return writeUnits(itemSize(before)) + writeUnits(itemSize(after));
  return writeUnits(Math.max(itemSize(before), itemSize(after)));
}

function sameKey({ key }: Index, before: Item, after: Item): boolean {
  const names = key.range ? [key.hash.name, key.range.name] : [key.hash.name];
  return equalItems(
    Object.fromEntries(names.map((name) => [name, before[name]!])),
    Object.fromEntries(names.map((name) => [name, after[name]!])),
  );
}

function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1024));
}
