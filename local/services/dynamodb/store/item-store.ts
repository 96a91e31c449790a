import { encodeKeyPart, encodePartition } from '../keys/encoding.ts';
import { attributeOf, type Item } from '../values/attribute-value.ts';
import type { Index, Table } from '../tables/definition.ts';
import { itemSize } from '../values/size.ts';
import type { Database } from './database.ts';
import { IndexStore } from './index-store.ts';

export interface StoredItem {
  readonly item: Item;
  readonly size: number;
}

/** A range of encoded keys: from `lower` on, up to but not including `upper`. */
export interface KeyRange {
  readonly lower: Buffer;
  readonly upper: Buffer;
}

/** Greater than any key that there can be. */
export const END_OF_KEYS: Buffer = Buffer.alloc(16_384, 0xff);

interface ItemRow {
  readonly item: string;
  readonly size: number;
}

/** The items of all tables, with their indexes. Callers hold the transaction. */
export class ItemStore {
  readonly indexes: IndexStore;
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
    this.indexes = new IndexStore(database);
  }

  createTable(table: Table): void {
    const name = `items_${table.number}`;
    this.database.define(`
      CREATE TABLE ${name} (key BLOB PRIMARY KEY, item TEXT NOT NULL, size INTEGER NOT NULL, expires INTEGER);
      CREATE INDEX ${name}_by_expiry ON ${name} (expires) WHERE expires IS NOT NULL;
    `);
    for (const index of table.indexes) this.indexes.create(table, index);
  }

  dropTable(table: Table): void {
    for (const index of table.indexes) this.indexes.drop(table, index);
    this.database.define(`DROP TABLE items_${table.number}`);
  }

  /** Drops the items and keeps the table. */
  clear(table: Table): void {
    for (const index of table.indexes) {
      this.database.run(`DELETE FROM ${this.indexes.sqlTable(table, index)}`);
    }
    this.database.run(`DELETE FROM items_${table.number}`);
  }

  read(table: Table, key: Item): StoredItem | undefined {
    const row = this.database.get<ItemRow>(
      `SELECT item, size FROM items_${table.number} WHERE key = ?`,
      encodeTableKey(table, key),
    );
    return row && stored(row);
  }

  /** Puts `next` in the place of `old`; either may be missing. Both have the key `key`. */
  replace(table: Table, key: Item, old: Item | undefined, next: Item | undefined): void {
    const encoded = encodeTableKey(table, key);
    if (next) {
      this.database.run(
        `INSERT INTO items_${table.number} (key, item, size, expires) VALUES (?, ?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET item = excluded.item, size = excluded.size, expires = excluded.expires`,
        encoded,
        JSON.stringify(next),
        itemSize(next),
        expiryOf(table, next),
      );
    } else if (old) this.database.run(`DELETE FROM items_${table.number} WHERE key = ?`, encoded);
    this.indexes.replace(table, encoded, old, next);
  }

  /** The items of a range in the order of their keys, or against it. */
  *range(table: Table, index: Index | undefined, range: KeyRange, reverse = false): Generator<StoredItem> {
    const items = `items_${table.number}`;
    const from = index
      ? `${this.indexes.sqlTable(table, index)} AS entry JOIN ${items} AS stored ON stored.key = entry.base`
      : `${items} AS entry`;
    const columns = index ? 'stored.item, stored.size' : 'item, size';
    const rows = this.database.iterate<ItemRow>(
      `SELECT ${columns} FROM ${from} WHERE entry.key >= ? AND entry.key < ?
       ORDER BY entry.key ${reverse ? 'DESC' : 'ASC'}`,
      range.lower,
      range.upper,
    );
    for (const row of rows) yield stored(row);
  }

  /** Items whose time to live is over, the oldest first. */
  expired(table: Table, after: number, upTo: number, limit: number): Item[] {
    return this.database
      .all<ItemRow>(
        `SELECT item, size FROM items_${table.number} WHERE expires > ? AND expires <= ?
         ORDER BY expires LIMIT ?`,
        after,
        upTo,
        limit,
      )
      .map(({ item }) => JSON.parse(item) as Item);
  }

  /** Notes for all items of a table when they expire: its time to live was switched on, off or to another attribute. */
  refreshExpiry(table: Table): void {
    const name = `items_${table.number}`;
    const rows = this.database.all<{ key: Uint8Array; item: string }>(`SELECT key, item FROM ${name}`);
    for (const { key, item } of rows) {
      const expires = expiryOf(table, JSON.parse(item) as Item);
      this.database.run(`UPDATE ${name} SET expires = ? WHERE key = ?`, expires, key);
    }
  }

  count(table: Table): { items: number; bytes: number } {
    return this.database.get<{ items: number; bytes: number }>(
      `SELECT count(*) AS items, coalesce(sum(size), 0) AS bytes FROM items_${table.number}`,
    )!;
  }

  countEntries(table: Table, index: Index): number {
    const sqlTable = this.indexes.sqlTable(table, index);
    return this.database.get<{ items: number }>(`SELECT count(*) AS items FROM ${sqlTable}`)!.items;
  }
}

/** The bytes under which an item is kept, and by which it is found and ordered. */
export function encodeTableKey({ key: schema }: Table, key: Item): Buffer {
  const partition = encodePartition(key[schema.hash.name]!);
  return schema.range ? Buffer.concat([partition, encodeKeyPart(key[schema.range.name]!)]) : partition;
}

function stored({ item, size }: ItemRow): StoredItem {
  return { item: JSON.parse(item) as Item, size };
}

/** Seconds since the epoch; null when the item never expires. Only numbers count as times. */
function expiryOf({ definition }: Table, item: Item): number | null {
  if (definition.TimeToLiveAttribute === undefined) return null;
  const value = attributeOf(item, definition.TimeToLiveAttribute);
  if (!value || !('N' in value)) return null;
  const seconds = Math.floor(Number(value.N));
  return Number.isSafeInteger(seconds) ? seconds : null;
}
