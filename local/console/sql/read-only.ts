import pg from 'pg';
import { LocalCloudError } from '../../core/errors.ts';

const STATEMENT_TIMEOUT_MS = 10_000;

/** A result as the console shows it: every value as Postgres writes it. */
export interface SqlResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** There are more rows than these. */
  readonly truncated: boolean;
}

/**
 * Does something in a READ ONLY transaction that is always rolled back, on a connection of its own.
 * Throws LocalCloudError SqlError with what Postgres says.
 */
export async function readOnly<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address, application_name: 'console' });
  try {
    await client.connect();
    await client.query('begin read only');
    await client.query(`set local statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
    return await work(client);
  } catch (error) {
    if (error instanceof pg.DatabaseError) throw sqlError(error);
    throw error;
  } finally {
    // Ending the connection rolls back.
    await client.end();
  }
}

function sqlError({ message, code, position, hint, detail }: pg.DatabaseError): LocalCloudError {
  const where = position === undefined ? '' : `, at character ${position}`;
  return new LocalCloudError(
    'SqlError',
    `${message} (SQLSTATE ${code}${where})`,
    hint ?? detail ?? 'Correct the statement and run it again.',
  );
}
