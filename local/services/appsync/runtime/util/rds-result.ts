import { UtilError } from './util-error.ts';
import { isRecord, setKey } from './json.ts';

/**
 * `toJsonObject`: the Data API's answer (text or object) as one list of rows for each statement. A column is named by
 * its label, else by its name; null columns are absent; a statement without records is one empty row, as AppSync has it.
 */
export function toJsonObject(result: unknown): unknown[][] {
  const answer: unknown = typeof result === 'string' ? JSON.parse(result) : result;
  const statements = isRecord(answer) ? answer.sqlStatementResults : undefined;
  if (!Array.isArray(statements)) {
    throw new UtilError('Expected the result of an RDS data source with sqlStatementResults.');
  }
  return statements.map((statement: Record<string, unknown>) => {
    if (!Array.isArray(statement.records)) return [{}];
    const names = columnNames(statement.columnMetadata);
    return statement.records.map((record: unknown[]) => {
      const row: Record<string, unknown> = {};
      record.forEach((field, index) => {
        const value = fieldValue(field);
        if (value !== null) setKey(row, names[index] ?? `column${index + 1}`, value);
      });
      return row;
    });
  });
}

function columnNames(metadata: unknown): string[] {
  return (Array.isArray(metadata) ? metadata : []).map((column: Record<string, unknown>) =>
    String(column.label ?? column.name ?? ''),
  );
}

/** A Data API `Field`, or one of its array forms, as plain data. */
function fieldValue(field: unknown): unknown {
  if (!isRecord(field) || field.isNull === true) return null;
  if (isRecord(field.arrayValue)) return arrayValue(field.arrayValue);
  for (const name in field) {
    const value = field[name];
    if (name !== 'isNull' && value !== null && value !== undefined) return value;
  }
  return null;
}

function arrayValue(value: Record<string, unknown>): unknown {
  if (Array.isArray(value.arrayValues)) {
    return value.arrayValues.map((inner: unknown) => (isRecord(inner) ? arrayValue(inner) : inner));
  }
  return Object.values(value)[0] ?? [];
}
