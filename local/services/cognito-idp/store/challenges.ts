import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** A sign-in under way: what was proved so far, until the client answers the next challenge. */
export interface Challenge {
  readonly poolId: string;
  readonly clientId: string;
  readonly username: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, string>>;
  readonly expires: number;
}

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Challenges by the opaque string that the client holds, of which only a hash is kept. */
export class ChallengeStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Keeps a challenge, drops those that expired, and returns the string for the client. */
  create(challenge: Challenge, now: number): string {
    const secret = randomBytes(96).toString('base64');
    this.#database.prepare('delete from challenge where expires < ?').run(now - 3_600_000);
    this.#database
      .prepare('insert into challenge values (?, ?, ?, ?, ?, ?, ?)')
      .run(
        hash(secret),
        challenge.poolId,
        challenge.clientId,
        challenge.username,
        challenge.kind,
        JSON.stringify(challenge.data),
        challenge.expires,
      );
    return secret;
  }

  find(secret: string): Challenge | undefined {
    const row = this.#database.prepare('select * from challenge where id = ?').get(hash(secret));
    if (!row) return undefined;
    return {
      poolId: row['pool_id'] as string,
      clientId: row['client_id'] as string,
      username: row['username'] as string,
      kind: row['kind'] as string,
      data: JSON.parse(row['data'] as string) as Record<string, string>,
      expires: row['expires'] as number,
    };
  }

  /** Answers whether it was there, so that of two answers at once only one counts. */
  delete(secret: string): boolean {
    return this.#database.prepare('delete from challenge where id = ?').run(hash(secret)).changes === 1;
  }
}
