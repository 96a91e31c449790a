import type { Client } from 'pg';

const TABLES = `(select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')`;

/**
 * Fills tables without triggers, foreign keys and indexes, and puts all back, exactly as they were: building an index once
 * takes a tenth of keeping it a million times. Foreign keys are checked when they come back. A failure leaves the
 * database without them: throw it away then.
 */
export async function inBulk(client: Client, fill: () => Promise<void>): Promise<void> {
  const read = async (sql: string): Promise<{ table: string; name: string; definition: string }[]> =>
    (await client.query(sql)).rows;
  const foreignKeys = await read(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid in ${TABLES}`,
  );
  const indexes = await read(
    `select indrelid::regclass::text as table, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index
     where indrelid in ${TABLES} and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))`,
  );
  const tables = await read(`select oid::regclass::text as table from pg_class where oid in ${TABLES}`);

  for (const { table } of tables) await client.query(`alter table ${table} disable trigger user`);
  for (const { table, name } of foreignKeys)
    await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await fill();
  for (const { definition } of indexes) await client.query(definition);
  for (const { table, name, definition } of foreignKeys) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  }
  for (const { table } of tables) await client.query(`alter table ${table} enable trigger user`);
  for (const { table } of tables) await client.query(`vacuum analyze ${table}`);
}
