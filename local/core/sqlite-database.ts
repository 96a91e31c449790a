import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** A service's one SQLite database: prepared statements kept, transactions that end whole or not at all. */
export class SqliteDatabase {
  private readonly connection: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private readonly committed: (() => void)[] = [];

  /**
   * @param file an absolute path; made when it isn't there
   * @param schema statements that define what is missing, run at each start
   */
  constructor(file: string, schema: string) {
    this.connection = new DatabaseSync(file);
    // What was committed is in the log file before the answer goes out, so that it outlives a killed process. Only a
    // power cut could take the last moments.
    this.connection.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000',
    );
    this.connection.exec(schema);
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
