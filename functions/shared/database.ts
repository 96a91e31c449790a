import {
  DatabaseResumingException,
  ExecuteStatementCommand,
  RDSDataClient,
  type SqlParameter,
} from '@aws-sdk/client-rds-data';
import { environment } from './environment.ts';
import { traced } from './observed.ts';

const client = traced(new RDSDataClient({ maxAttempts: 1 }));

export type Value = string | number | boolean | null;

/** Thrown when the cluster did not resume within the time that the caller had. */
export class DatabaseAsleepError extends Error {
  override readonly name = 'DatabaseAsleepError';
}

function toParameter([name, value]: [string, Value]): SqlParameter {
  if (value === null) return { name, value: { isNull: true } };
  if (typeof value === 'number') return { name, value: { longValue: value } };
  if (typeof value === 'boolean') return { name, value: { booleanValue: value } };
  return { name, value: { stringValue: value } };
}

export interface StatementOptions {
  transactionId?: string;
  /** How long to wait for a paused cluster, in milliseconds. */
  patienceMs: number;
}

/** The cluster that the environment names, as every Data API command wants it. */
export function databaseTarget(): { resourceArn: string; secretArn: string; database: string } {
  return {
    resourceArn: environment('DATABASE_CLUSTER_ARN'),
    secretArn: environment('DATABASE_SECRET_ARN'),
    database: environment('DATABASE_NAME'),
  };
}

/**
 * Retries while the cluster resumes (about 15 s after a pause), once a second.
 * Throws DatabaseAsleepError when `patienceMs` are over; other errors at once.
 */
export async function whenAwake<T>(patienceMs: number, attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isResuming(error)) throw error;
      if (Date.now() + 1000 > deadline)
        throw new DatabaseAsleepError('The database is asleep.', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

function isResuming(error: unknown): boolean {
  if (error instanceof DatabaseResumingException) return true;
  // What clusters answer while the writer is not ready yet, for example right after their creation.
  return error instanceof Error && /Communications link failure|is not ready/i.test(error.message);
}

/**
 * Runs one SQL statement with named parameters (`:name`) and answers its rows as objects.
 * Throws the Data API's own errors, and DatabaseAsleepError.
 */
export async function execute<Row = Record<string, unknown>>(
  sql: string,
  values: Record<string, Value>,
  options: StatementOptions,
): Promise<Row[]> {
  const command = new ExecuteStatementCommand({
    ...databaseTarget(),
    sql,
    parameters: Object.entries(values).map(toParameter),
    formatRecordsAs: 'JSON',
    ...(options.transactionId && { transactionId: options.transactionId }),
  });
  const result = await whenAwake(options.patienceMs, () => client.send(command));
  return result.formattedRecords ? (JSON.parse(result.formattedRecords) as Row[]) : [];
}
