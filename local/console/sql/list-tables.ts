import type pg from 'pg';

/** Above this, counting takes longer than looking at the statistics is wrong. */
const COUNTED_EXACTLY = 100_000;

export interface ListedTable {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'table' | 'view';
  /** Null for views. */
  readonly rows: number | null;
  /** `rows` is what the last ANALYZE estimated. */
  readonly estimated: boolean;
}

const TABLES = `
  select n.nspname as schema, c.relname as name,
         case when c.relkind in ('r', 'p') then 'table' else 'view' end as kind,
         c.reltuples::float8 as estimate
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and n.nspname not in ('pg_catalog', 'information_schema')
    and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp\\_%'
    and has_table_privilege(c.oid, 'select')
  order by n.nspname, c.relname`;

/** The tables and views of a database that its master user may read, by schema and name. */
export async function listTables(client: pg.Client): Promise<readonly ListedTable[]> {
  type Row = { schema: string; name: string; kind: 'table' | 'view'; estimate: number };
  const { rows: found } = await client.query<Row>(TABLES);
  const listed: ListedTable[] = [];
  for (const { schema, name, kind, estimate } of found) {
    const estimated = kind === 'table' && estimate > COUNTED_EXACTLY;
    const rows = kind === 'view' ? null : estimated ? estimate : await countRows(client, schema, name);
    listed.push({ schema, name, kind, rows, estimated });
  }
  return listed;
}

async function countRows(client: pg.Client, schema: string, name: string): Promise<number> {
  const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
  const { rows } = await client.query<{ count: number }>(`select count(*)::float8 as count from ${table}`);
  return rows[0]?.count ?? 0;
}
