/** Postgres's type oids that the Data API treats specially; all others come as strings. */
export const OID = {
  bool: 16,
  bytea: 17,
  char: 18,
  int8: 20,
  int2: 21,
  int4: 23,
  oid: 26,
  float4: 700,
  float8: 701,
  date: 1082,
  time: 1083,
  timestamp: 1114,
  timestamptz: 1184,
  numeric: 1700,
} as const;

/** What a value becomes in a result. */
export type ResultKind = 'boolean' | 'long' | 'double' | 'blob' | 'time' | 'utc' | 'string';

const KINDS: Readonly<Record<number, ResultKind>> = {
  [OID.bool]: 'boolean',
  [OID.int2]: 'long',
  [OID.int4]: 'long',
  [OID.int8]: 'long',
  [OID.oid]: 'long',
  [OID.float4]: 'double',
  [OID.float8]: 'double',
  [OID.bytea]: 'blob',
  [OID.time]: 'time',
  [OID.timestamp]: 'time',
  [OID.timestamptz]: 'utc',
};

/** Array types by their element's type. */
const ARRAYS: Readonly<Record<number, number>> = {
  1000: OID.bool,
  1005: OID.int2,
  1007: OID.int4,
  1016: OID.int8,
  1028: OID.oid,
  1021: OID.float4,
  1022: OID.float8,
  1001: OID.bytea,
  1009: 25,
  1014: 1042,
  1015: 1043,
  1003: 19,
  2951: 2950,
  1182: OID.date,
  1183: OID.time,
  1115: OID.timestamp,
  1185: OID.timestamptz,
  1231: OID.numeric,
  199: 114,
  3807: 3802,
};

/** Types whose values the Data API of Serverless v2 refuses to return, with the names its error uses. */
const UNSUPPORTED: Readonly<Record<number, string>> = {
  [OID.char]: '"CHAR"',
  142: 'XML',
  600: 'POINT',
  601: 'LSEG',
  602: 'PATH',
  603: 'BOX',
  604: 'POLYGON',
  628: 'LINE',
  718: 'CIRCLE',
  790: 'MONEY',
  1186: 'INTERVAL',
  1187: '_INTERVAL',
  1266: 'TIMETZ',
  24: 'regproc',
  2202: 'regprocedure',
  2203: 'regoper',
  2204: 'regoperator',
  2205: 'regclass',
  2206: 'regtype',
  2211: '_REGTYPE',
  4096: 'regrole',
  4089: 'regnamespace',
};

/** `java.sql.Types`, which column metadata speak. */
const JDBC: Readonly<Record<number, number>> = {
  [OID.bool]: -7,
  [OID.bytea]: -2,
  [OID.int8]: -5,
  [OID.int2]: 5,
  [OID.int4]: 4,
  [OID.oid]: -5,
  [OID.float4]: 7,
  [OID.float8]: 8,
  [OID.numeric]: 2,
  [OID.date]: 91,
  [OID.time]: 92,
  [OID.timestamp]: 93,
  [OID.timestamptz]: 93,
  25: 12,
  1043: 12,
  19: 12,
  1042: 1,
};

export function kindOf(oid: number): ResultKind {
  return KINDS[oid] ?? 'string';
}

/** The element's type, or undefined when the type is no array. */
export function elementOf(oid: number): number | undefined {
  return ARRAYS[oid];
}

export function unsupportedName(oid: number): string | undefined {
  return UNSUPPORTED[oid];
}

export function jdbcType(oid: number): number {
  return elementOf(oid) === undefined ? (JDBC[oid] ?? 1111) : 2003;
}
