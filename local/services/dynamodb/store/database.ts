import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS tables (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    definition TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS index_numbers (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    table_number INTEGER NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (table_number, name)
  );
  CREATE TABLE IF NOT EXISTS stream_records (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    stream_arn TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    record TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS stream_records_by_stream ON stream_records (stream_arn, sequence);
  CREATE INDEX IF NOT EXISTS stream_records_by_age ON stream_records (created_at);
  CREATE TABLE IF NOT EXISTS request_tokens (
    token TEXT PRIMARY KEY,
    request_hash TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) WITHOUT ROWID;
`;

/** The service's one SQLite database: prepared statements kept, transactions that end whole or not at all. */
export class Database {
  private readonly connection: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private readonly committed: (() => void)[] = [];

  constructor(folder: string) {
    this.connection = new DatabaseSync(join(folder, 'dynamodb.sqlite'));
    // What was committed is in the log file before the answer goes out, so that it outlives a killed process. Only a
    // power cut could take the last moments.
    this.connection.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000',
    );
    this.connection.exec(SCHEMA);
  }

  /** Runs statements that define tables; what was prepared before is prepared again. */
  define(sql: string): void {
    this.connection.exec(sql);
    this.statements.clear();
  }

  run(sql: string, ...values: SQLInputValue[]): { changes: number; lastId: number } {
    const { changes, lastInsertRowid } = this.prepared(sql).run(...values);
    return { changes: Number(changes), lastId: Number(lastInsertRowid) };
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.prepared(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.prepared(sql).all(...values) as Row[];
  }

  /** Rows one by one. Leave the loop before anything else runs the same statement. */
  iterate<Row>(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    return this.prepared(sql).iterate(...values) as Iterable<Row>;
  }

  /** Runs `work` in a transaction and commits it, or rolls back when it throws. */
  transaction<Result>(work: () => Result): Result {
    this.run('BEGIN IMMEDIATE');
    let result: Result;
    try {
      result = work();
      this.run('COMMIT');
    } catch (error) {
      if (this.connection.isTransaction) this.run('ROLLBACK');
      throw error;
    }
    for (const listener of this.committed) listener();
    return result;
  }

  /** Called after each commit. */
  onCommit(listener: () => void): void {
    this.committed.push(listener);
  }

  close(): void {
    this.statements.clear();
    if (this.connection.isOpen) this.connection.close();
  }

  private prepared(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.connection.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
