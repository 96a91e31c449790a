import { notCovered } from '../../../../../core/errors.ts';
import { isRecord } from '../../util/json.ts';
import { rdsError } from './code-error.ts';
import { quoteIdentifier, renderColumns, renderTable } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import type { Statement } from './statements.ts';
import { renderValue } from './variables.ts';
import type { Variables } from './variables.ts';
import { renderWhere } from './where.ts';

/** Members of a statement that change what it answers and that are not covered. */
const UNCOVERED = /^(?:groupBy|having|(?:.*[jJ]oin(?:Natural)?))$/;

/** One of the helpers' statements as SQL, its values bound. Throws UtilError `Code` in AppSync's words. */
export function renderStatement(
  { type, properties }: Statement,
  dialect: Dialect,
  variables: Variables,
): string {
  const uncovered = Object.keys(properties).find((name) => UNCOVERED.test(name));
  if (uncovered !== undefined) {
    throw notCovered(`\`${uncovered}\` of the RDS helpers`, 'Write the statement with the `sql` tag.');
  }
  const where = (): string => renderWhere(properties.where, dialect, variables);
  switch (type) {
    case 'SELECT':
      return join([
        'SELECT',
        properties.columns === null || properties.columns === undefined
          ? '*'
          : renderColumns(properties.columns, dialect),
        `FROM ${renderTable(properties, dialect, true)}`,
        where(),
        orderBy(properties.orderBy, dialect),
        rowCount('LIMIT', properties.limit, variables),
        rowCount('OFFSET', properties.offset, variables),
      ]);
    case 'INSERT': {
      const values = Object.entries(valuesOf(properties.values, 'insert'));
      const columns = values.map(([name]) => quoteIdentifier(name, dialect)).join(', ');
      return join([
        `INSERT INTO ${renderTable(properties, dialect, false)}`,
        `(${columns}) VALUES (${values.map(([, value]) => renderValue(value, variables)).join(', ')})`,
        ...returning(properties.returning, dialect),
      ]);
    }
    case 'UPDATE': {
      const values = Object.entries(valuesOf(properties.values, 'update'));
      return join([
        `UPDATE ${renderTable(properties, dialect, false)}`,
        'SET',
        values
          .map(([name, value]) => `${quoteIdentifier(name, dialect)} = ${renderValue(value, variables)}`)
          .join(', '),
        where(),
        ...returning(properties.returning, dialect),
      ]);
    }
    case 'REMOVE':
      return join([
        `DELETE FROM ${renderTable(properties, dialect, false)}`,
        where(),
        ...returning(properties.returning, dialect),
      ]);
  }
}

function join(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .trimEnd();
}

function orderBy(items: unknown, dialect: Dialect): string {
  if (items === null || items === undefined) return '';
  if (!Array.isArray(items)) throw rdsError('orderBy expects an array.');
  if (items.length === 0) return '';
  const sorted = items.map((item: unknown) => {
    if (!isRecord(item)) throw rdsError('orderBy item expected to be an object.');
    if (typeof item.column !== 'string') throw rdsError('orderBy item expected to have property column.');
    const direction = typeof item.dir === 'string' ? item.dir.toUpperCase() : 'ASC';
    if (direction !== 'ASC' && direction !== 'DESC') {
      throw rdsError(`orderBy dir can have either ASC or DESC found ${String(item.dir)}.`);
    }
    return `${quoteIdentifier(item.column, dialect)} ${direction}`;
  });
  return `ORDER BY ${sorted.join(', ')}`;
}

function rowCount(keyword: 'LIMIT' | 'OFFSET', value: unknown, variables: Variables): string {
  if (value === null || value === undefined) return '';
  const count = value === '' ? Number.NaN : Number(value);
  if (Number.isNaN(count)) throw rdsError(`${keyword.toLowerCase()} expects a number.`);
  return `${keyword} ${variables.bind(count)}`;
}

function returning(columns: unknown, dialect: Dialect): readonly string[] {
  if (!columns) return [];
  const list = renderColumns(columns, dialect);
  if (!dialect.returning) throw rdsError('returning is not supported in MySQL.');
  return ['RETURNING', list];
}

function valuesOf(values: unknown, helper: string): Record<string, unknown> {
  if (values === null || values === undefined)
    throw rdsError(`values are expected to be passed to ${helper}`);
  if (!isRecord(values)) throw rdsError('Expected values to an Object.');
  return values;
}
