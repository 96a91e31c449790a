import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import { foldName } from '../pool.ts';
import type { UserPool } from '../pool.ts';

export type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED';

export interface MfaPreference {
  readonly enabled: readonly string[];
  readonly preferred?: string;
}

export interface User {
  readonly poolId: string;
  readonly username: string;
  readonly sub: string;
  readonly status: UserStatus;
  readonly enabled: boolean;
  /** Without `sub`; booleans as `true` and `false`, as on the wire. */
  readonly attributes: Readonly<Record<string, string>>;
  /** SRP salt and verifier, in hex; undefined while the user has no password. */
  readonly salt?: string;
  readonly verifier?: string;
  /** When a temporary password stops working, in milliseconds. */
  readonly temporaryUntil?: number;
  readonly totpSecret?: string;
  /** A secret that was associated and not yet verified. */
  readonly totpPending?: string;
  /** The last time step whose code was used: a code works once. */
  readonly totpStep?: number;
  readonly mfa: MfaPreference;
  readonly created: number;
  readonly modified: number;
}

type Row = Record<string, SQLOutputValue>;

const optional = <T>(value: SQLOutputValue | undefined): T | undefined =>
  value === null || value === undefined ? undefined : (value as T);

function fromRow(row: Row): User {
  return {
    poolId: row['pool_id'] as string,
    username: row['username'] as string,
    sub: row['sub'] as string,
    status: row['status'] as UserStatus,
    enabled: row['enabled'] === 1,
    attributes: JSON.parse(row['attributes'] as string) as Record<string, string>,
    salt: optional<string>(row['salt']),
    verifier: optional<string>(row['verifier']),
    temporaryUntil: optional<number>(row['temporary_until']),
    totpSecret: optional<string>(row['totp_secret']),
    totpPending: optional<string>(row['totp_pending']),
    totpStep: optional<number>(row['totp_step']),
    mfa: JSON.parse(row['mfa'] as string) as MfaPreference,
    created: row['created'] as number,
    modified: row['modified'] as number,
  };
}

/** The users of all pools, and the attribute values by which they can be found. */
export class UserStore {
  readonly #database: DatabaseSync;
  /** Prepared once each, by their text: every request with a token looks somebody up. */
  readonly #lookUps = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Writes a user whole. A unique constraint fails when the name is another user's. */
  save(pool: UserPool, user: User): void {
    this.#database
      .prepare(
        `insert into user (pool_id, username, folded, sub, status, enabled, attributes, salt, verifier, temporary_until,
           totp_secret, totp_pending, totp_step, mfa, created, modified)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (pool_id, username) do update set status = excluded.status, enabled = excluded.enabled,
           attributes = excluded.attributes, salt = excluded.salt, verifier = excluded.verifier,
           temporary_until = excluded.temporary_until, totp_secret = excluded.totp_secret,
           totp_pending = excluded.totp_pending, totp_step = excluded.totp_step, mfa = excluded.mfa,
           modified = excluded.modified`,
      )
      .run(
        user.poolId,
        user.username,
        foldName(pool, user.username),
        user.sub,
        user.status,
        user.enabled ? 1 : 0,
        JSON.stringify(user.attributes),
        user.salt ?? null,
        user.verifier ?? null,
        user.temporaryUntil ?? null,
        user.totpSecret ?? null,
        user.totpPending ?? null,
        user.totpStep ?? null,
        JSON.stringify(user.mfa),
        user.created,
        user.modified,
      );
  }

  byUsername(poolId: string, username: string): User | undefined {
    return this.#one('select * from user where pool_id = ? and username = ?', poolId, username);
  }

  byFoldedName(poolId: string, folded: string): User | undefined {
    return this.#one('select * from user where pool_id = ? and folded = ?', poolId, folded);
  }

  bySub(poolId: string, sub: string): User | undefined {
    return this.#one('select * from user where pool_id = ? and sub = ?', poolId, sub);
  }

  byAlias(poolId: string, attribute: string, folded: string): User | undefined {
    return this.#one(
      `select user.* from alias join user using (pool_id, username)
       where alias.pool_id = ? and alias.attribute = ? and alias.folded = ?`,
      poolId,
      attribute,
      folded,
    );
  }

  /** Makes these the only values, by attribute, by which the user is found. */
  setAliases(user: User, aliases: ReadonlyMap<string, string>): void {
    this.#database
      .prepare('delete from alias where pool_id = ? and username = ?')
      .run(user.poolId, user.username);
    const insert = this.#database.prepare('insert into alias values (?, ?, ?, ?)');
    for (const [attribute, folded] of aliases) insert.run(user.poolId, attribute, folded, user.username);
  }

  delete(user: User): void {
    this.#database
      .prepare('delete from user where pool_id = ? and username = ?')
      .run(user.poolId, user.username);
    this.#database
      .prepare('delete from challenge where pool_id = ? and username = ?')
      .run(user.poolId, user.username);
    this.#database
      .prepare('delete from attempt where pool_id = ? and who = ?')
      .run(user.poolId, user.username);
  }

  /** Users in the order of their names, after one of them. */
  list(poolId: string, after = ''): User[] {
    return this.#database
      .prepare('select * from user where pool_id = ? and username > ? order by username')
      .all(poolId, after)
      .map(fromRow);
  }

  count(poolId: string): number {
    const row = this.#database.prepare('select count(*) as n from user where pool_id = ?').get(poolId);
    return row?.['n'] as number;
  }

  #one(sql: string, ...values: string[]): User | undefined {
    let statement = this.#lookUps.get(sql);
    if (!statement) this.#lookUps.set(sql, (statement = this.#database.prepare(sql)));
    const row = statement.get(...values);
    return row && fromRow(row);
  }
}
