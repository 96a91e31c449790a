import { AwsError } from '../../../core/errors.ts';
import type { ArrayValue, Field } from './parameters.ts';
import { elementOf, kindOf, type ResultKind } from './types.ts';

/** A value from Postgres's text format into a field of a record. */
export function toField(text: string | null, oid: number): Field {
  if (text === null) return { isNull: true };
  const element = elementOf(oid);
  if (element !== undefined) return { arrayValue: toArray(text, element) };
  const value = toScalar(text, kindOf(oid));
  switch (kindOf(oid)) {
    case 'boolean':
      return { booleanValue: value as boolean };
    case 'long':
      return { longValue: value as number };
    case 'double':
      return { doubleValue: value as number };
    case 'blob':
      return { blobValue: value as string };
    default:
      return { stringValue: value as string };
  }
}

/** A value as `formatRecordsAs: JSON` writes it. */
export function toJson(text: string | null, oid: number): unknown {
  if (text === null) return null;
  const element = elementOf(oid);
  if (element === undefined) return toScalar(text, kindOf(oid));
  return Object.values(toArray(text, element))[0];
}

function toScalar(text: string, kind: ResultKind): string | number | boolean {
  switch (kind) {
    case 'boolean':
      return text === 't';
    case 'long':
      return Number(text);
    case 'double':
      // Not a number in JSON: the protocol writes these as strings.
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case 'blob':
      return Buffer.from(text.slice(2), 'hex').toString('base64');
    case 'time':
      return shortFraction(text);
    case 'utc':
      return shortFraction(withoutZone(text));
    case 'string':
      return text;
  }
}

/** Sessions are in UTC, and the Data API drops the offset. */
function withoutZone(text: string): string {
  if (text.endsWith('infinity')) throw new AwsError('InternalServerErrorException', '', { statusCode: 500 });
  return text.replace(/\+00$/, '');
}

/** No fraction when it is zero, three digits when they are enough, else six. */
function shortFraction(text: string): string {
  return text.replace(/\.(\d+)/, (_all, digits: string) => {
    const micros = digits.padEnd(6, '0');
    return `.${micros.endsWith('000') ? micros.slice(0, 3) : micros}`;
  });
}

const ELEMENT = /"((?:[^"\\]|\\.)*)"|([^,{}"]+)/g;

function toArray(text: string, element: number): ArrayValue {
  const body = text.slice(text.indexOf('{') + 1, -1);
  if (/^\{/.test(body)) {
    throw new AwsError('UnsupportedResultException', 'The result contains a multidimensional array.');
  }
  const kind = kindOf(element);
  const values = [...body.matchAll(ELEMENT)].map(([, quoted, plain]) => {
    if (quoted !== undefined) return toScalar(quoted.replace(/\\(.)/g, '$1'), kind);
    return plain === 'NULL' ? null : toScalar(plain as string, kind);
  });
  if (kind === 'boolean') return { booleanValues: values as boolean[] };
  if (kind === 'long') return { longValues: values as number[] };
  if (kind === 'double') return { doubleValues: values as number[] };
  return { stringValues: values as string[] };
}
