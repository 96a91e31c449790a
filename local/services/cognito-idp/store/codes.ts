import type { DatabaseSync } from 'node:sqlite';

/** What a code is for; one code of each kind is valid at a time. */
export type CodePurpose = 'sign-up' | 'forgot-password' | `verify:${string}`;

export interface Code {
  readonly code: string;
  readonly expires: number;
  /** The new value of an attribute that takes effect with this code. */
  readonly value?: string;
}

/** Confirmation codes that were sent and not used. */
export class CodeStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The newest code replaces the one before. */
  put(poolId: string, username: string, purpose: CodePurpose, code: Code): void {
    this.#database
      .prepare('insert or replace into code values (?, ?, ?, ?, ?, ?)')
      .run(poolId, username, purpose, code.code, code.expires, code.value ?? null);
  }

  find(poolId: string, username: string, purpose: CodePurpose): Code | undefined {
    const row = this.#database
      .prepare('select code, expires, value from code where pool_id = ? and username = ? and purpose = ?')
      .get(poolId, username, purpose);
    if (!row) return undefined;
    return {
      code: row['code'] as string,
      expires: row['expires'] as number,
      value: (row['value'] ?? undefined) as string | undefined,
    };
  }

  delete(poolId: string, username: string, purpose: CodePurpose): void {
    this.#database
      .prepare('delete from code where pool_id = ? and username = ? and purpose = ?')
      .run(poolId, username, purpose);
  }
}
