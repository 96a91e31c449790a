import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** One sign-in of a user with a client; all its tokens carry its `originJti`. */
export interface Session {
  readonly originJti: string;
  readonly poolId: string;
  readonly username: string;
  readonly clientId: string;
  /** Milliseconds since the epoch. */
  readonly authTime: number;
  readonly revoked: boolean;
}

export interface RefreshToken {
  readonly session: Session;
  readonly expires: number;
  /** Set once another token took its place: until when it still works. */
  readonly rotatedUntil?: number;
}

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Sessions and their refresh tokens, of which only hashes are kept. */
export class SessionStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  create(session: Omit<Session, 'revoked'>): void {
    this.#database
      .prepare(
        'insert into session (origin_jti, pool_id, username, client_id, auth_time) values (?, ?, ?, ?, ?)',
      )
      .run(session.originJti, session.poolId, session.username, session.clientId, session.authTime);
  }

  find(originJti: string): Session | undefined {
    const row = this.#database.prepare('select * from session where origin_jti = ?').get(originJti);
    if (!row) return undefined;
    return {
      originJti,
      poolId: row['pool_id'] as string,
      username: row['username'] as string,
      clientId: row['client_id'] as string,
      authTime: row['auth_time'] as number,
      revoked: row['revoked'] === 1,
    };
  }

  /** Makes a refresh token of a session; the returned string is known to the client alone. */
  createRefreshToken(originJti: string, expires: number): string {
    const secret = randomBytes(96).toString('base64url');
    this.#database
      .prepare('insert into refresh_token (hash, origin_jti, expires) values (?, ?, ?)')
      .run(hash(secret), originJti, expires);
    return secret;
  }

  findRefreshToken(secret: string): RefreshToken | undefined {
    const row = this.#database.prepare('select * from refresh_token where hash = ?').get(hash(secret));
    const session = row && this.find(row['origin_jti'] as string);
    if (!row || !session) return undefined;
    return {
      session,
      expires: row['expires'] as number,
      rotatedUntil: (row['rotated_until'] ?? undefined) as number | undefined,
    };
  }

  /** Says until when a token that was exchanged for another still works. */
  rotate(secret: string, until: number): void {
    this.#database
      .prepare('update refresh_token set rotated_until = coalesce(rotated_until, ?) where hash = ?')
      .run(until, hash(secret));
  }

  revoke(originJti: string): void {
    this.#database.prepare('update session set revoked = 1 where origin_jti = ?').run(originJti);
  }

  revokeAll(poolId: string, username: string): void {
    this.#database
      .prepare('update session set revoked = 1 where pool_id = ? and username = ?')
      .run(poolId, username);
  }

  /** Forgets the sessions of a user whose refresh tokens all expired before a moment. */
  prune(before: number): void {
    this.#database
      .prepare(
        `delete from session where not exists (
           select 1 from refresh_token where refresh_token.origin_jti = session.origin_jti and expires > ?)`,
      )
      .run(before);
  }
}
