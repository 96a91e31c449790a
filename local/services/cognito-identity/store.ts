import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { stableUuid } from '../../core/stable-id.ts';

export interface Identity {
  readonly id: string;
  readonly poolId: string;
  /** The provider and the user of it; undefined for a guest. */
  readonly login?: { readonly provider: string; readonly sub: string };
  readonly created: number;
  readonly modified: number;
}

/** Who was given an identity: a person's stays the same for good. */
export class IdentityStore {
  readonly #database: DatabaseSync;

  constructor(folder: string) {
    this.#database = new DatabaseSync(join(folder, 'cognito-identity.sqlite'));
    this.#database.exec(`
      pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000;
      create table if not exists identity (
        id text primary key, pool_id text not null, provider text, sub text,
        created integer not null, modified integer not null, unique (pool_id, provider, sub)
      ) strict;`);
  }

  find(id: string): Identity | undefined {
    return this.#read(this.#database.prepare('select * from identity where id = ?').get(id));
  }

  findByLogin(poolId: string, login: { provider: string; sub: string }): Identity | undefined {
    return this.#read(
      this.#database
        .prepare('select * from identity where pool_id = ? and provider = ? and sub = ?')
        .get(poolId, login.provider, login.sub),
    );
  }

  /** The identity of a person, made the first time; its id derives from who they are. */
  forLogin(region: string, poolId: string, login: { provider: string; sub: string }, now: number): Identity {
    const id = `${region}:${stableUuid(`${poolId}/${login.provider}/${login.sub}`)}`;
    this.#database
      .prepare('insert or ignore into identity values (?, ?, ?, ?, ?, ?)')
      .run(id, poolId, login.provider, login.sub, now, now);
    return this.findByLogin(poolId, login) as Identity;
  }

  createGuest(region: string, poolId: string, now: number): Identity {
    const id = `${region}:${randomUUID()}`;
    this.#database.prepare('insert into identity values (?, ?, null, null, ?, ?)').run(id, poolId, now, now);
    return { id, poolId, created: now, modified: now };
  }

  /** A guest turns out to be somebody. */
  link(id: string, login: { provider: string; sub: string }, now: number): void {
    this.#database
      .prepare('update identity set provider = ?, sub = ?, modified = ? where id = ?')
      .run(login.provider, login.sub, now, id);
  }

  delete(id: string): void {
    this.#database.prepare('delete from identity where id = ?').run(id);
  }

  list(poolId: string): Identity[] {
    return this.#database
      .prepare('select * from identity where pool_id = ? order by created, id')
      .all(poolId)
      .map((row) => this.#read(row) as Identity);
  }

  clear(): void {
    this.#database.exec('delete from identity');
  }

  close(): void {
    this.#database.close();
  }

  #read(row: Record<string, unknown> | undefined): Identity | undefined {
    if (!row) return undefined;
    const provider = row['provider'] as string | null;
    return {
      id: row['id'] as string,
      poolId: row['pool_id'] as string,
      login: provider === null ? undefined : { provider, sub: row['sub'] as string },
      created: row['created'] as number,
      modified: row['modified'] as number,
    };
  }
}
