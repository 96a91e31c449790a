import pg from 'pg';
import { AwsError } from '../../../core/errors.ts';

/**
 * An error of Postgres in the words of the Data API of Aurora Serverless v2: the message, then hint and position when
 * there are any, then the SQLSTATE, joined by `; `. It withholds the detail, which may show a row's values.
 * What is not an error of the database is returned as it is.
 */
export function toDataApiError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  // The extended protocol takes one statement, which is how we notice two.
  if (
    error.code === '42601' &&
    error.message === 'cannot insert multiple commands into a prepared statement'
  ) {
    return new AwsError('ValidationException', "Multistatements aren't supported.", { cause: error });
  }
  const parts = [
    `${error.severity ?? 'ERROR'}: ${error.message}`,
    ...(error.hint === undefined ? [] : [`Hint: ${error.hint}`]),
    ...(error.position === undefined ? [] : [`Position: ${error.position}`]),
    `SQLState: ${error.code}`,
  ];
  return new AwsError('DatabaseErrorException', parts.join('; '), { cause: error });
}
