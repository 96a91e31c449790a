import { validationError } from '../errors.ts';
import { encodeTableKey } from '../store/item-store.ts';
import type { Table } from '../tables/definition.ts';
import type { Item } from '../values/attribute-value.ts';
import { noUsage, readUnits, type Usage } from './capacity.ts';

export const MAX_TRANSACTION_ITEMS = 100;

/** Throws when two actions of a transaction mean the same item. */
export function checkDistinctItems(targets: readonly { table: Table; key: Item }[]): void {
  const seen = new Set(
    targets.map(({ table, key }) => `${table.number}/${encodeTableKey(table, key).toString('base64')}`),
  );
  if (seen.size < targets.length) {
    throw validationError('Transaction request cannot include multiple operations on one item');
  }
}

/** What transactional reads use: twice as much as consistent ones. */
export function transactionUsage(reads: readonly { tableName: string; bytes: number }[]): Map<string, Usage> {
  const usages = new Map<string, Usage>();
  for (const { tableName, bytes } of reads) {
    const usage = usages.get(tableName) ?? noUsage();
    usage.table += 2 * readUnits(bytes, true);
    usages.set(tableName, usage);
  }
  return usages;
}
