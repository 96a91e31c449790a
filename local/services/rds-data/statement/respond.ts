import { AwsError } from '../../../core/errors.ts';
import { describeColumns, type CatalogCache, type ColumnMetadata } from './columns.ts';
import { checkSize, type Row } from './limits.ts';
import type { Field } from './parameters.ts';
import type { RawResult, SqlClient } from './run.ts';
import { OID, unsupportedName } from './types.ts';
import { toField, toJson } from './values.ts';

export interface ResultOptions {
  includeResultMetadata?: boolean;
  formatRecordsAs?: 'NONE' | 'JSON';
  resultSetOptions?: { decimalReturnType?: 'STRING' | 'DOUBLE_OR_LONG'; longReturnType?: 'STRING' | 'LONG' };
}

export interface StatementOutput {
  numberOfRecordsUpdated: number;
  records?: Field[][];
  generatedFields?: Field[];
  columnMetadata?: ColumnMetadata[];
  formattedRecords?: string;
}

/** Writes a result as ExecuteStatement answers it. Throws UnsupportedResultException. */
export async function respond(
  client: SqlClient,
  cache: CatalogCache,
  result: RawResult,
  options: ResultOptions,
): Promise<StatementOutput> {
  if (result.fields.length === 0) {
    const updated = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command) ? result.rowCount : 0;
    return { numberOfRecordsUpdated: updated, generatedFields: [] };
  }
  for (const { dataTypeID } of result.fields) {
    const name = unsupportedName(dataTypeID);
    if (name !== undefined) {
      throw new AwsError(
        'UnsupportedResultException',
        `The result contains the unsupported data type ${name}.`,
      );
    }
  }
  checkSize(result.rows);
  if (options.formatRecordsAs === 'JSON') {
    return {
      numberOfRecordsUpdated: 0,
      formattedRecords: JSON.stringify(result.rows.map((row) => asJson(row, result))),
    };
  }
  return {
    numberOfRecordsUpdated: 0,
    records: result.rows.map((row) =>
      row.map((text, index) => returned(text, oidAt(result, index), options)),
    ),
    ...(options.includeResultMetadata
      ? { columnMetadata: await describeColumns(client, cache, result.fields) }
      : {}),
  };
}

function oidAt(result: RawResult, index: number): number {
  return result.fields[index]?.dataTypeID ?? 0;
}

function asJson(row: Row, result: RawResult): Record<string, unknown> {
  return Object.fromEntries(
    row.map((text, index) => [result.fields[index]?.name ?? '', toJson(text, oidAt(result, index))]),
  );
}

/** A field, with integers and decimals in the form that `resultSetOptions` asks for. */
function returned(text: string | null, oid: number, { resultSetOptions }: ResultOptions): Field {
  const field = toField(text, oid);
  if (text === null) return field;
  if (field.longValue !== undefined && resultSetOptions?.longReturnType === 'STRING')
    return { stringValue: text };
  if (oid === OID.numeric && resultSetOptions?.decimalReturnType === 'DOUBLE_OR_LONG') {
    return text.includes('.') ? { doubleValue: Number(text) } : { longValue: Number(text) };
  }
  return field;
}
