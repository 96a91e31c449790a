import { isRecord } from '../../util/json.ts';
import { notCovered } from '../../../../../core/errors.ts';
import { rdsError } from './code-error.ts';
import { isSqlTemplate } from './statements.ts';

export interface Dialect {
  /** The helper's name, for messages. */
  readonly helper: 'createPgStatement' | 'createMySQLStatement';
  readonly quote: '"' | '`';
  readonly returning: boolean;
}

/**
 * `schema.table` as `"schema"."table"`; `*` alone stays. A quote inside a name is doubled: a name must not end its
 * own quotes, whatever AppSync does with it.
 */
export function quoteIdentifier(name: string, { quote }: Dialect): string {
  if (name === '*') return name;
  return name
    .split('.')
    .map((part) => `${quote}${part.replaceAll(quote, quote + quote)}${quote}`)
    .join('.');
}

/** A table by name, or by one alias: `{ alias: 'table' }` is `"table" as "alias"`. */
export function renderTable(
  properties: Readonly<Record<string, unknown>>,
  dialect: Dialect,
  allowFrom: boolean,
): string {
  const table = properties.table ?? undefined;
  const from = allowFrom ? (properties.from ?? undefined) : undefined;
  if (table !== undefined && from !== undefined)
    throw rdsError("'from' and 'table' keys cannot be used together");
  if (table === undefined && from !== undefined) {
    if (typeof from !== 'string' && !isRecord(from))
      throw rdsError("'from' value is expected to be string or object.");
    if (isSqlTemplate(from) || (isRecord(from) && 'properties' in from)) {
      throw notCovered('sub-queries in `from` of the RDS helpers', 'Write the statement with the `sql` tag.');
    }
  }
  const name = table ?? from;
  if (name === undefined) throw rdsError("'table' or 'from' key is required.");
  if (typeof name === 'string') return quoteIdentifier(name, dialect);
  if (!isRecord(name)) throw rdsError('table name is expected to be a string or alias.');
  const entries = Object.entries(name);
  if (entries.length > 1) throw rdsError('table alias is allowed only one key-value pair.');
  const [alias, actual] = entries[0] ?? [];
  if (alias === undefined) throw rdsError('java.util.NoSuchElementException');
  if (typeof actual !== 'string') throw rdsError('Table alias value is expected to be a string.');
  return `${quoteIdentifier(actual, dialect)} as ${quoteIdentifier(alias, dialect)}`;
}

/** `*` or a list of names, for a select's columns and for `returning`. */
export function renderColumns(columns: unknown, dialect: Dialect): string {
  if (columns === '*') return columns;
  if (!Array.isArray(columns)) throw rdsError('Expected column to be * or an array.');
  return columns
    .map((column) => {
      if (isRecord(column)) throw notCovered('aliases and aggregates in columns of the RDS helpers');
      if (typeof column !== 'string') throw rdsError('Invalid type in column array.');
      return quoteIdentifier(column, dialect);
    })
    .join(', ');
}
