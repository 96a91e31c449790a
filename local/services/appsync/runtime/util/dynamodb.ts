import { isRecord, setKey } from './json.ts';

/** An attribute value as AppSync's utilities write it: numbers stay numbers, null is `{ NULL: null }`. */
export type AttributeValue = Record<string, unknown>;

/** The natural attribute value of plain data; lists become `L`, never sets. Anything without one becomes NULL. */
export function toDynamoDB(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number' || typeof value === 'bigint') return { N: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(toDynamoDB) };
  return isRecord(value) ? { M: toMapValues(value) } : { NULL: null };
}

/** Each member of a map as an attribute value; undefined members are left out. */
export function toMapValues(map: Record<string, unknown>): Record<string, AttributeValue> {
  const values: Record<string, AttributeValue> = {};
  for (const key of Object.keys(map)) {
    if (map[key] !== undefined) setKey(values, key, toDynamoDB(map[key]));
  }
  return values;
}

type Converter = (...args: readonly unknown[]) => unknown;

function typed(type: string): Converter {
  return (value) => (value === null || value === undefined ? null : { [type]: value });
}

/** `util.dynamodb` as both runtimes have it. Given null, the typed converters answer null. */
export const dynamodb: Readonly<Record<string, Converter>> = {
  toDynamoDB,
  toString: typed('S'),
  toStringSet: typed('SS'),
  toNumber: typed('N'),
  toNumberSet: typed('NS'),
  toBinary: typed('B'),
  toBinarySet: typed('BS'),
  toBoolean: typed('BOOL'),
  toNull: () => ({ NULL: null }),
  toList: (list) => (Array.isArray(list) ? { L: list.map(toDynamoDB) } : null),
  toMap: (map) => (isRecord(map) ? { M: toMapValues(map) } : null),
  toMapValues: (map) => (isRecord(map) ? toMapValues(map) : null),
  toS3Object,
  fromS3ObjectJson,
};

function toS3Object(
  key: unknown,
  bucket: unknown,
  region: unknown,
  version?: unknown,
): AttributeValue | null {
  if (key === null || key === undefined) return null;
  return { S: JSON.stringify({ s3: { key, bucket, region, version: version ?? undefined } }) };
}

function fromS3ObjectJson(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  const value: unknown = JSON.parse(text);
  return isRecord(value) ? (value.s3 ?? null) : null;
}
