import type { DatabaseSync } from 'node:sqlite';

export interface Attempts {
  readonly count: number;
  /** When the last one was, in milliseconds. */
  readonly last: number;
}

/** How often somebody tried something lately. `who` is a user's name, or the name given for a user that isn't. */
export class AttemptStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get(poolId: string, who: string, what: string): Attempts {
    const row = this.#database
      .prepare('select count, last from attempt where pool_id = ? and who = ? and what = ?')
      .get(poolId, who, what);
    return row ? { count: row['count'] as number, last: row['last'] as number } : { count: 0, last: 0 };
  }

  set(poolId: string, who: string, what: string, attempts: Attempts): void {
    this.#database
      .prepare('insert or replace into attempt values (?, ?, ?, ?, ?)')
      .run(poolId, who, what, attempts.count, attempts.last);
  }

  clear(poolId: string, who: string, what: string): void {
    this.#database
      .prepare('delete from attempt where pool_id = ? and who = ? and what = ?')
      .run(poolId, who, what);
  }
}
