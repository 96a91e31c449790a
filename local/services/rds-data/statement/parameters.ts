import { AwsError } from '../../../core/errors.ts';

/** A value as the Data API writes it: exactly one member. */
export interface Field {
  isNull?: boolean;
  stringValue?: string;
  longValue?: number;
  doubleValue?: number | 'NaN' | 'Infinity' | '-Infinity';
  booleanValue?: boolean;
  /** Base64. */
  blobValue?: string;
  arrayValue?: ArrayValue;
}

export interface ArrayValue {
  stringValues?: (string | null)[];
  longValues?: (number | null)[];
  doubleValues?: (number | string | null)[];
  booleanValues?: (boolean | null)[];
}

export interface SqlParameter {
  name: string;
  value?: Field;
  typeHint?: string;
}

/** A value as Postgres's wire protocol takes it, with the type it is declared to have. */
export interface BoundValue {
  readonly oid: number;
  readonly value: string | Buffer | null;
}

/** The type is left to the statement, as `null` needs it. */
const UNKNOWN = 0;
const BOOL = 16;
const BYTEA = 17;
const INT8 = 20;
const TEXT = 25;
const FLOAT8 = 701;

const HINTS: Readonly<Record<string, { oid: number; format?: RegExp }>> = {
  DATE: { oid: 1082, format: /^\d{4}-\d{2}-\d{2}$/ },
  TIME: { oid: 1083, format: /^\d{2}:\d{2}:\d{2}(\.\d{1,6})?$/ },
  TIMESTAMP: { oid: 1114, format: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?$/ },
  DECIMAL: { oid: 1700 },
  JSON: { oid: 114 },
  UUID: { oid: 2950 },
};

/**
 * Binds a parameter with the type that the Data API declares for it: text for strings without a hint, so that
 * `uuid = :id` needs a cast or a hint here as it does on AWS. Throws ValidationException.
 */
export function bindParameter(parameter: SqlParameter): BoundValue {
  const { name, value, typeHint } = parameter;
  const members = Object.entries(value ?? {}).filter(([, member]) => member !== undefined && member !== null);
  if (value === undefined || members.length !== 1) {
    throw invalid(`Parameter "${name}" must have a value with exactly one field set`);
  }
  if (value.arrayValue !== undefined) throw invalid('Array parameters are not supported.');
  if (value.isNull !== undefined) return { oid: UNKNOWN, value: null };
  if (typeHint !== undefined && value.stringValue === undefined) {
    throw invalid(`Parameter "${name}" has a type hint, which only a stringValue may have`);
  }
  if (value.stringValue !== undefined) return bindString(name, value.stringValue, typeHint);
  if (value.longValue !== undefined) {
    if (!Number.isInteger(value.longValue)) throw invalid(`Parameter "${name}" is not a long`);
    return { oid: INT8, value: String(value.longValue) };
  }
  if (value.doubleValue !== undefined) return { oid: FLOAT8, value: String(value.doubleValue) };
  if (value.booleanValue !== undefined) return { oid: BOOL, value: value.booleanValue ? 't' : 'f' };
  if (value.blobValue !== undefined) return { oid: BYTEA, value: Buffer.from(value.blobValue, 'base64') };
  throw invalid(`Parameter "${name}" has value with no field set`);
}

function bindString(name: string, value: string, typeHint: string | undefined): BoundValue {
  if (typeHint === undefined) return { oid: TEXT, value };
  const hint = HINTS[typeHint];
  if (!hint) throw invalid(`Parameter "${name}" has the unknown type hint ${typeHint}`);
  if (hint.format && !hint.format.test(value)) {
    throw invalid(`Parameter "${name}" is not in the format that the type hint ${typeHint} asks for`);
  }
  return { oid: hint.oid, value };
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}
