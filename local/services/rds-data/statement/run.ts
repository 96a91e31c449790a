import type { ClientBase, FieldDef, QueryArrayResult } from 'pg';
import type { BoundValue } from './parameters.ts';
import type { PreparedNames } from './prepared.ts';
import type { Row } from './limits.ts';

export type SqlClient = ClientBase;

export interface RawResult {
  readonly fields: readonly FieldDef[];
  readonly rows: readonly Row[];
  /** The command tag's word: `SELECT`, `INSERT`, `CREATE`. */
  readonly command: string;
  readonly rowCount: number;
}

const DATA_COMMANDS = new Set([
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'MERGE',
  'VALUES',
  'FETCH',
  'BEGIN',
  'COMMIT',
  'ROLLBACK',
  'SAVEPOINT',
  'RELEASE',
  'SET',
  'SHOW',
  'EXPLAIN',
  'LOCK',
]);

/** Runs one statement with typed parameters and leaves every value in Postgres's text format. */
export async function runRaw(
  client: SqlClient,
  text: string,
  values: readonly BoundValue[],
  prepared: PreparedNames,
): Promise<RawResult> {
  const oids = values.map((one) => one.oid);
  // `pg` hands `types` both to the parse message, as a list of oids, and to the result, for its parsers.
  const types = Object.assign([...oids], { getTypeParser: () => keepText });
  const name = prepared.nameOf(text, oids);
  const query = {
    text,
    values: values.map((one) => one.value),
    types,
    rowMode: 'array' as const,
    // One statement in one message, also without parameters.
    queryMode: 'extended',
    ...(name === undefined ? {} : { name }),
  };
  const result = (await client.query(query as never)) as unknown as QueryArrayResult<(string | null)[]>;
  const command = result.command ?? '';
  if (!DATA_COMMANDS.has(command)) prepared.forget();
  return { fields: result.fields ?? [], rows: result.rows ?? [], command, rowCount: result.rowCount ?? 0 };
}

function keepText(value: string): string {
  return value;
}
