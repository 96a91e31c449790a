import type { Migration } from './read-migrations.ts';

/** A transaction on the database, as the migrations need it. */
export interface MigrationTransaction {
  execute(sql: string, values?: Record<string, string>): Promise<Record<string, unknown>[]>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Says which migration failed, and where in it; the database is as it was before that migration. */
class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Any number, the same for all deploys: two deploys at once wait for one another. */
const LOCK = 7_203_114;

const CREATE_TABLE = `create table if not exists schema_migrations (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
)`;

/**
 * Applies what is not applied yet, in order, each migration in a transaction of its own.
 * @returns the names of the migrations that this call applied.
 * Throws MigrationError for a failing statement, or for a migration that was changed after it had been applied.
 */
export async function applyMigrations(
  migrations: readonly Migration[],
  begin: () => Promise<MigrationTransaction>,
): Promise<string[]> {
  await inTransaction(begin, 'schema_migrations', async (transaction) => {
    await transaction.execute(`select pg_advisory_xact_lock(${LOCK})`);
    await transaction.execute(CREATE_TABLE);
  });
  const applied: string[] = [];
  for (const migration of migrations) {
    const isNew = await inTransaction(begin, migration.name, (transaction) =>
      applyOne(migration, transaction),
    );
    if (isNew) applied.push(migration.name);
  }
  return applied;
}

async function inTransaction<T>(
  begin: () => Promise<MigrationTransaction>,
  name: string,
  work: (transaction: MigrationTransaction) => Promise<T>,
): Promise<T> {
  const transaction = await begin();
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    // The first error matters; a transaction that is gone already is rolled back already.
    await transaction.rollback().catch(() => undefined);
    if (error instanceof MigrationError) throw error;
    throw new MigrationError(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

async function applyOne(migration: Migration, transaction: MigrationTransaction): Promise<boolean> {
  // Taken again in each transaction, and looked up behind it: another deploy may have been faster.
  await transaction.execute(`select pg_advisory_xact_lock(${LOCK})`);
  const [known] = await transaction.execute('select checksum from schema_migrations where name = :name', {
    name: migration.name,
  });
  if (known) {
    if (known['checksum'] === migration.checksum) return false;
    throw new MigrationError(
      `${migration.name} was changed after it had been applied. Put its text back and add a new migration.`,
    );
  }
  for (const [index, statement] of migration.statements.entries()) {
    await transaction.execute(statement).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      throw new MigrationError(`${migration.name}, statement ${index + 1}: ${message}`, { cause: error });
    });
  }
  await transaction.execute('insert into schema_migrations (name, checksum) values (:name, :checksum)', {
    name: migration.name,
    checksum: migration.checksum,
  });
  return true;
}
