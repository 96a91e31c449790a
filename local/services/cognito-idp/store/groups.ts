import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

export interface Group {
  readonly poolId: string;
  readonly name: string;
  readonly description?: string;
  readonly roleArn?: string;
  readonly precedence?: number;
  readonly created: number;
  readonly modified: number;
}

function fromRow(row: Record<string, SQLOutputValue>): Group {
  return {
    poolId: row['pool_id'] as string,
    name: row['name'] as string,
    description: (row['description'] ?? undefined) as string | undefined,
    roleArn: (row['role_arn'] ?? undefined) as string | undefined,
    precedence: (row['precedence'] ?? undefined) as number | undefined,
    created: row['created'] as number,
    modified: row['modified'] as number,
  };
}

/** Groups, and who is in them. */
export class GroupStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  save(group: Group): void {
    this.#database
      .prepare(
        `insert into user_group values (?, ?, ?, ?, ?, ?, ?)
         on conflict (pool_id, name) do update set description = excluded.description,
           role_arn = excluded.role_arn, precedence = excluded.precedence, modified = excluded.modified`,
      )
      .run(
        group.poolId,
        group.name,
        group.description ?? null,
        group.roleArn ?? null,
        group.precedence ?? null,
        group.created,
        group.modified,
      );
  }

  find(poolId: string, name: string): Group | undefined {
    const row = this.#database
      .prepare('select * from user_group where pool_id = ? and name = ?')
      .get(poolId, name);
    return row && fromRow(row);
  }

  delete(poolId: string, name: string): void {
    this.#database.prepare('delete from user_group where pool_id = ? and name = ?').run(poolId, name);
  }

  list(poolId: string): Group[] {
    return this.#database
      .prepare('select * from user_group where pool_id = ? order by name')
      .all(poolId)
      .map(fromRow);
  }

  /** The groups of a user: the one with the lowest precedence first, those without one last. */
  ofUser(poolId: string, username: string): Group[] {
    return this.#database
      .prepare(
        `select user_group.* from membership
         join user_group on user_group.pool_id = membership.pool_id and user_group.name = membership.group_name
         where membership.pool_id = ? and membership.username = ?
         order by user_group.precedence is null, user_group.precedence, user_group.name`,
      )
      .all(poolId, username)
      .map(fromRow);
  }

  usernames(poolId: string, name: string): string[] {
    return this.#database
      .prepare('select username from membership where pool_id = ? and group_name = ? order by username')
      .all(poolId, name)
      .map((row) => row['username'] as string);
  }

  add(poolId: string, name: string, username: string): void {
    this.#database.prepare('insert or ignore into membership values (?, ?, ?)').run(poolId, name, username);
  }

  remove(poolId: string, name: string, username: string): void {
    this.#database
      .prepare('delete from membership where pool_id = ? and group_name = ? and username = ?')
      .run(poolId, name, username);
  }
}
