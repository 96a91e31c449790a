import { encodeKeyPart, encodePartition } from '../keys/encoding.ts';
import { isIndexed, type Index, type Table } from '../tables/definition.ts';
import type { Item } from '../values/attribute-value.ts';
import type { Database } from './database.ts';

/**
 * The entries of secondary indexes. An entry is the index's key followed by the table's key, and points at the item:
 * what an index projects is cut out when it is read, so that an index can never be older than its table.
 */
export class IndexStore {
  private readonly database: Database;
  private readonly numbers = new Map<string, number>();

  constructor(database: Database) {
    this.database = database;
  }

  /** The name of the SQLite table that holds an index's entries. */
  sqlTable(table: Table, index: Index): string {
    const cached = this.numbers.get(`${table.number}/${index.name}`);
    if (cached !== undefined) return `index_${cached}`;
    const row = this.database.get<{ number: number }>(
      'SELECT number FROM index_numbers WHERE table_number = ? AND name = ?',
      table.number,
      index.name,
    );
    if (!row) throw new TypeError(`${table.definition.TableName} has no index ${index.name}.`);
    this.numbers.set(`${table.number}/${index.name}`, row.number);
    return `index_${row.number}`;
  }

  /** Makes an index with entries for the items that are there already. To be called in a transaction. */
  create(table: Table, index: Index): void {
    const { lastId } = this.database.run(
      'INSERT INTO index_numbers (table_number, name) VALUES (?, ?)',
      table.number,
      index.name,
    );
    this.numbers.set(`${table.number}/${index.name}`, lastId);
    this.database.define(
      `CREATE TABLE index_${lastId} (key BLOB PRIMARY KEY, base BLOB NOT NULL) WITHOUT ROWID`,
    );
    const rows = this.database.iterate<{ key: Uint8Array; item: string }>(
      `SELECT key, item FROM items_${table.number}`,
    );
    for (const row of rows) this.add(table, index, JSON.parse(row.item) as Item, Buffer.from(row.key));
  }

  /** To be called in a transaction. */
  drop(table: Table, index: Index): void {
    this.database.define(`DROP TABLE ${this.sqlTable(table, index)}`);
    this.database.run(
      'DELETE FROM index_numbers WHERE table_number = ? AND name = ?',
      table.number,
      index.name,
    );
    this.numbers.delete(`${table.number}/${index.name}`);
  }

  /** Brings all indexes from one state of an item to the next. */
  replace(table: Table, key: Buffer, old: Item | undefined, next: Item | undefined): void {
    for (const index of table.indexes) {
      const before = old && isIndexed(old, index) ? entryKey(old, index, key) : undefined;
      const after = next && isIndexed(next, index) ? entryKey(next, index, key) : undefined;
      if (before && after && before.equals(after)) continue;
      if (before) this.database.run(`DELETE FROM ${this.sqlTable(table, index)} WHERE key = ?`, before);
      if (after) this.insert(table, index, after, key);
    }
  }

  private add(table: Table, index: Index, item: Item, key: Buffer): void {
    if (isIndexed(item, index)) this.insert(table, index, entryKey(item, index, key), key);
  }

  private insert(table: Table, index: Index, entry: Buffer, key: Buffer): void {
    this.database.run(`INSERT INTO ${this.sqlTable(table, index)} (key, base) VALUES (?, ?)`, entry, key);
  }
}

/** The key of an item's entry: partition, sort key, and the table's own key, since index keys need not be unique. */
export function entryKey(item: Item, { key }: Index, base: Buffer): Buffer {
  const parts = [encodePartition(item[key.hash.name]!)];
  if (key.range) parts.push(encodeKeyPart(item[key.range.name]!));
  return Buffer.concat([...parts, base]);
}
