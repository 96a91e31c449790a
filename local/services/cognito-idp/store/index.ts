import { join } from 'node:path';
import { AttemptStore } from './attempts.ts';
import { ChallengeStore } from './challenges.ts';
import { CodeStore } from './codes.ts';
import { inTransaction, openDatabase } from './database.ts';
import { GroupStore } from './groups.ts';
import { KeyStore } from './keys.ts';
import { SessionStore } from './sessions.ts';
import { UserStore } from './users.ts';

/** Everything of this service that persists. */
export interface Store {
  readonly users: UserStore;
  readonly groups: GroupStore;
  readonly codes: CodeStore;
  readonly challenges: ChallengeStore;
  readonly sessions: SessionStore;
  readonly attempts: AttemptStore;
  readonly keys: KeyStore;
  /** All of the (synchronous) work or nothing. */
  transaction<T>(work: () => T): T;
  /** When a pool was first applied; `now` is remembered the first time. */
  poolCreated(poolId: string, now: number): number;
  /** Drops the users and what belongs to them; keys stay. */
  clear(): void;
  close(): void;
}

export function openStore(folder: string): Store {
  const database = openDatabase(join(folder, 'cognito-idp.sqlite'));
  return {
    users: new UserStore(database),
    groups: new GroupStore(database),
    codes: new CodeStore(database),
    challenges: new ChallengeStore(database),
    sessions: new SessionStore(database),
    attempts: new AttemptStore(database),
    keys: new KeyStore(database),
    transaction: (work) => inTransaction(database, work),
    poolCreated(poolId, now) {
      database.prepare('insert or ignore into pool_seen values (?, ?)').run(poolId, now);
      const row = database.prepare('select created from pool_seen where pool_id = ?').get(poolId);
      return row?.['created'] as number;
    },
    clear: () =>
      inTransaction(database, () =>
        database.exec(
          'delete from user; delete from challenge; delete from attempt; delete from user_group;',
        ),
      ),
    close: () => database.close(),
  };
}
