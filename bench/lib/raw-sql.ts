import { readFileSync } from 'node:fs';
import pg from 'pg';

type Value = string | number | null;

/** Runs a file of `sql/queries` by itself; answers its rows. Prepared once a connection, as behind the Data API. */
export type RawSql = (query: string, values: Readonly<Record<string, Value>>) => Promise<unknown[]>;

interface Prepared {
  text: string;
  names: string[];
}

const prepared = new Map<string, Prepared>();

function prepare(query: string): Prepared {
  const known = prepared.get(query);
  if (known) return known;
  const names: string[] = [];
  const text = readFileSync(new URL(`../../sql/queries/${query}.sql`, import.meta.url), 'utf8')
    .replace(/--.*$/gm, '')
    .replace(/(?<!:):(\w+)/g, (_match, name: string) => {
      if (!names.includes(name)) names.push(name);
      return `$${names.indexOf(name) + 1}`;
    });
  const result = { text, names };
  prepared.set(query, result);
  return result;
}

/** As many connections as clients. */
export function createRawSql(connectionString: string, connections: number) {
  const pool = new pg.Pool({ connectionString, max: connections });
  const run: RawSql = async (query, values) => {
    const { text, names } = prepare(query);
    const { rows } = await pool.query({
      name: query,
      text,
      values: names.map((name) => values[name] ?? null),
    });
    return rows;
  };
  return { run, pool };
}
