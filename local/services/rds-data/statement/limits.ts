import { AwsError } from '../../../core/errors.ts';

export type Row = readonly (string | null)[];

const RESULT_LIMIT = 1_048_576;
const ROW_LIMIT = 65_536;

/**
 * Refuses what the Data API refuses: more than 1 MiB in all (counted as on Postgres's wire, which is what AWS counts),
 * or, by its documentation, a row of more than 64 KB.
 */
export function checkSize(rows: readonly Row[]): void {
  let total = 0;
  for (const row of rows) {
    let size = 2;
    for (const value of row) size += 4 + (value === null ? 0 : Buffer.byteLength(value));
    if (size > ROW_LIMIT) {
      throw new AwsError(
        'UnsupportedResultException',
        `Packet for query is too large: the result has a row of ${size} bytes and the limit is 64 KB.`,
      );
    }
    total += size;
  }
  if (total > RESULT_LIMIT) {
    throw new AwsError('UnsupportedResultException', 'The result exceeds the size limit 1 MB.');
  }
}
