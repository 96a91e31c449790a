import type { Client } from 'pg';

/**
 * The cloud's clock inside SQL: a schema that stands before `pg_catalog` in the search path and holds functions of
 * the same names. While the clock is not moved they are nothing but the built-in ones, and Postgres inlines them; once
 * it is, they add a constant. See README.md for what this cannot reach (`current_timestamp`).
 */
const OVERRIDE_SCHEMA = 'clock_override';

/** `public` first: objects are created in the first schema of the path. */
const SEARCH_PATH = `"$user", public, ${OVERRIDE_SCHEMA}, pg_catalog`;

const FUNCTIONS = {
  now: 'stable',
  transaction_timestamp: 'stable',
  statement_timestamp: 'stable',
  clock_timestamp: 'volatile',
} as const;

/** Prepares a database; needs a session of its superuser in that database. */
export async function installOverride(admin: Client, database: string): Promise<void> {
  await admin.query(`create schema if not exists ${OVERRIDE_SCHEMA};
    grant usage on schema ${OVERRIDE_SCHEMA} to public;
    alter database ${admin.escapeIdentifier(database)} set search_path = ${SEARCH_PATH}`);
}

/** Moves the database's time. Plans that inlined the old functions are made anew, in every session. */
export async function setOffset(admin: Client, milliseconds: number): Promise<void> {
  const shift = milliseconds === 0 ? '' : ` + interval '${milliseconds / 1000} seconds'`;
  const statements = Object.entries(FUNCTIONS).map(
    ([name, volatility]) => `create or replace function ${OVERRIDE_SCHEMA}.${name}() returns timestamptz
      language sql ${volatility} parallel safe as $$ select pg_catalog.${name}()${shift} $$`,
  );
  await admin.query(`begin; ${statements.join('; ')}; commit`);
}
