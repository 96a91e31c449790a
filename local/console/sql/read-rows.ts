import type pg from 'pg';
import { LocalCloudError } from '../../core/errors.ts';
import { fetchRows } from './fetch-rows.ts';
import type { SqlResult } from './read-only.ts';

const SHOWN_ROWS = 100;

const PRIMARY_KEY = `
  select coalesce(
    (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
     from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
     where i.indrelid = c.oid and i.indisprimary), '{}') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relname = $2 and c.relkind in ('r', 'p', 'v', 'm')`;

/** The first 100 rows of a table, by its primary key if it has one. Throws LocalCloudError UnknownTable. */
export async function readRows(client: pg.Client, schema: string, table: string): Promise<SqlResult> {
  const { rows } = await client.query<{ columns: string[] }>(PRIMARY_KEY, [schema, table]);
  const [found] = rows;
  if (!found) {
    throw new LocalCloudError(
      'UnknownTable',
      `There is no table «${schema}.${table}».`,
      'GET /console/api/databases lists the tables.',
    );
  }
  const quote = (name: string): string => client.escapeIdentifier(name);
  const order = found.columns.length === 0 ? '' : ` order by ${found.columns.map(quote).join(', ')}`;
  return await fetchRows(
    client,
    `select * from ${quote(schema)}.${quote(table)}${order} limit ${SHOWN_ROWS + 1}`,
    SHOWN_ROWS,
  );
}
