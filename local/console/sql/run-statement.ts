import type pg from 'pg';
import { LocalCloudError } from '../../core/errors.ts';
import { fetchRows } from './fetch-rows.ts';
import type { SqlResult } from './read-only.ts';

const SHOWN_ROWS = 500;
const THROUGH_CURSOR = /^(select|with|values|table)\b/i;
const AT_ONCE = /^(explain|show)\b/i;

/**
 * Runs one statement that only reads and answers its first 500 rows. A cursor keeps a big result in Postgres.
 * Throws LocalCloudError ReadsOnly, and pg's DatabaseError.
 */
export async function runStatement(client: pg.Client, statement: string): Promise<SqlResult> {
  // What Postgres says about positions must fit what was typed: nothing is cut off in front.
  const first = withoutLeadingComments(statement);
  if (AT_ONCE.test(first)) return await fetchRows(client, statement, SHOWN_ROWS);
  if (!THROUGH_CURSOR.test(first)) {
    throw new LocalCloudError(
      'ReadsOnly',
      'The console runs statements that read: SELECT, WITH, VALUES, TABLE, EXPLAIN and SHOW.',
      'To change data, use the app, or `psql` with the address that connectionString() of rds-data gives.',
    );
  }
  const prefix = 'declare console_result no scroll cursor for ';
  try {
    await client.query({
      text: prefix + statement.replace(/;\s*$/, ''),
      queryMode: 'extended',
    } as pg.QueryConfig);
  } catch (error) {
    throw withPositionBefore(error, prefix.length);
  }
  return await fetchRows(client, `fetch ${SHOWN_ROWS + 1} from console_result`, SHOWN_ROWS);
}

function withoutLeadingComments(statement: string): string {
  return statement.replace(/^(\s+|--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/|\()+/, '');
}

/** Postgres counts from the start of what it was given, which the prefix is a part of. */
function withPositionBefore(error: unknown, length: number): unknown {
  const { position } = error as { position?: string };
  if (position !== undefined) (error as { position?: string }).position = String(Number(position) - length);
  return error;
}
