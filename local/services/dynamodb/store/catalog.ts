import { resourceNotFound } from '../errors.ts';
import { tableOf, type Table, type TableDefinition } from '../tables/definition.ts';
import type { Database } from './database.ts';

/** The tables that exist, kept in memory since every request asks for one. */
export class Catalog {
  private readonly database: Database;
  private readonly tables = new Map<string, Table>();

  constructor(database: Database) {
    this.database = database;
    const rows = database.all<{ number: number; definition: string }>(
      'SELECT number, definition FROM tables',
    );
    for (const { number, definition } of rows) {
      const table = tableOf(number, JSON.parse(definition) as TableDefinition);
      this.tables.set(table.definition.TableName, table);
    }
  }

  find(name: string): Table | undefined {
    return this.tables.get(name);
  }

  /** A table for a data operation; throws ResourceNotFoundException. */
  get(name: string): Table {
    const table = this.tables.get(name);
    if (!table) throw resourceNotFound();
    return table;
  }

  names(): string[] {
    return [...this.tables.keys()].sort();
  }

  all(): Table[] {
    return this.names().map((name) => this.tables.get(name)!);
  }

  /** Adds a table's definition. To be called in a transaction, `remember` after it. */
  insert(definition: TableDefinition): Table {
    const { lastId } = this.database.run(
      'INSERT INTO tables (name, definition) VALUES (?, ?)',
      definition.TableName,
      JSON.stringify(definition),
    );
    return tableOf(lastId, definition);
  }

  /** Changes a table's definition. To be called in a transaction, `remember` after it. */
  update(table: Table, definition: TableDefinition): void {
    this.database.run(
      'UPDATE tables SET definition = ? WHERE number = ?',
      JSON.stringify(definition),
      table.number,
    );
  }

  /** Drops a table's definition. To be called in a transaction, `forget` after it. */
  delete(table: Table): void {
    this.database.run('DELETE FROM tables WHERE number = ?', table.number);
  }

  /** What the transaction wrote is committed, so requests may see it. */
  remember(table: Table): void {
    this.tables.set(table.definition.TableName, table);
  }

  forget(table: Table): void {
    this.tables.delete(table.definition.TableName);
  }
}
