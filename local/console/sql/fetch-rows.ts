import type pg from 'pg';
import type { SqlResult } from './read-only.ts';

const LONGEST_VALUE = 10_000;
const AS_TEXT = { getTypeParser: () => (text: string | Buffer) => String(text) };

/**
 * Runs one statement and reads at most `limit` rows, one more being asked for to see whether there are more. The extended
 * protocol takes a single statement, so that none can end the transaction and go on.
 */
export async function fetchRows(client: pg.Client, text: string, limit: number): Promise<SqlResult> {
  const query = { text, rowMode: 'array' as const, queryMode: 'extended', types: AS_TEXT };
  const result = await client.query<(string | null)[]>(query as pg.QueryArrayConfig);
  const names = await typeNames(
    client,
    result.fields.map((field) => field.dataTypeID),
  );
  return {
    columns: result.fields.map(({ name }, index) => ({ name, type: names[index] ?? '' })),
    rows: result.rows.slice(0, limit).map((row) => row.map(shorten)),
    truncated: result.rows.length > limit,
  };
}

async function typeNames(client: pg.Client, ids: readonly number[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select format_type(id, null) as name from unnest($1::oid[]) with ordinality as ids(id, place) order by place',
    [ids],
  );
  return rows.map(({ name }) => name);
}

function shorten(value: string | null): string | null {
  return value !== null && value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}
