import type { FieldDef } from 'pg';
import type { SqlClient } from './run.ts';
import { elementOf, jdbcType, OID } from './types.ts';

export interface ColumnMetadata {
  name: string;
  label: string;
  type: number;
  typeName: string;
  tableName: string;
  schemaName: string;
  nullable: number;
  precision: number;
  scale: number;
  arrayBaseColumnType: number;
  isAutoIncrement: boolean;
  isCaseSensitive: boolean;
  isCurrency: boolean;
  isSigned: boolean;
}

interface Origin {
  table: string;
  schema: string;
  column: string;
  nullable: boolean;
  serial: boolean;
}

/** What the catalog says, kept until the schema changes. */
export interface CatalogCache {
  readonly types: Map<number, string>;
  readonly columns: Map<string, Origin>;
}

const ORIGINS = `select c.oid::text || '.' || a.attnum as key, c.relname as "table", n.nspname as "schema",
    a.attname as "column", not a.attnotnull as nullable,
    coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid) like 'nextval(%', false) or a.attidentity <> '' as serial
  from unnest($1::oid[], $2::int2[]) as wanted(relation, number)
  join pg_catalog.pg_attribute a on a.attrelid = wanted.relation and a.attnum = wanted.number
  join pg_catalog.pg_class c on c.oid = a.attrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum`;

/** The `columnMetadata` of a result; asks the catalog once for each column of a table. */
export async function describeColumns(
  client: SqlClient,
  cache: CatalogCache,
  fields: readonly FieldDef[],
): Promise<ColumnMetadata[]> {
  const types = [...new Set(fields.map((field) => field.dataTypeID))].filter((oid) => !cache.types.has(oid));
  if (types.length > 0) {
    const found = await client.query(
      'select oid::int4, typname from pg_catalog.pg_type where oid = any($1::oid[])',
      [types],
    );
    for (const row of found.rows) cache.types.set(Number(row.oid), row.typname);
  }
  const origins = fields.filter((field) => field.tableID !== 0 && !cache.columns.has(keyOf(field)));
  if (origins.length > 0) {
    const found = await client.query(ORIGINS, [
      origins.map((field) => field.tableID),
      origins.map((field) => field.columnID),
    ]);
    for (const row of found.rows) cache.columns.set(row.key, row);
  }
  return fields.map((field) => describe(field, cache));
}

function keyOf(field: FieldDef): string {
  return `${field.tableID}.${field.columnID}`;
}

function describe(field: FieldDef, cache: CatalogCache): ColumnMetadata {
  const origin = cache.columns.get(keyOf(field));
  const oid = field.dataTypeID;
  const element = elementOf(oid);
  return {
    name: field.name,
    label: field.name,
    type: jdbcType(oid),
    typeName: typeName(cache.types.get(oid) ?? '', origin),
    tableName: origin?.table ?? '',
    schemaName: origin?.schema ?? '',
    nullable: origin === undefined ? 2 : origin.nullable ? 1 : 0,
    ...sizes(field),
    arrayBaseColumnType: element === undefined ? 0 : jdbcType(element),
    isAutoIncrement: origin?.serial ?? false,
    isCaseSensitive: [18, 19, 25, 1042, 1043].includes(oid),
    isCurrency: false,
    isSigned: [OID.int2, OID.int4, OID.int8, OID.float4, OID.float8, OID.numeric].includes(oid as never),
  };
}

/** The Data API calls a serial column by the pseudo-type it was declared with. */
function typeName(name: string, origin: Origin | undefined): string {
  if (!origin?.serial) return name;
  return { int2: 'smallserial', int4: 'serial', int8: 'bigserial' }[name] ?? name;
}

const PRECISIONS: Readonly<Record<number, number>> = {
  [OID.bool]: 1,
  [OID.int2]: 5,
  [OID.int4]: 10,
  [OID.int8]: 19,
  [OID.float4]: 8,
  [OID.float8]: 17,
  [OID.date]: 13,
  [OID.time]: 15,
  [OID.timestamp]: 29,
  [OID.timestamptz]: 35,
};

function sizes(field: FieldDef): { precision: number; scale: number } {
  const modifier = field.dataTypeModifier;
  if (field.dataTypeID === OID.numeric) {
    if (modifier === -1) return { precision: 0, scale: 0 };
    return { precision: ((modifier - 4) >> 16) & 0xffff, scale: (modifier - 4) & 0xffff };
  }
  if ([1042, 1043].includes(field.dataTypeID) && modifier !== -1)
    return { precision: modifier - 4, scale: 0 };
  const timed = [OID.time, OID.timestamp, OID.timestamptz].includes(field.dataTypeID as never);
  return { precision: PRECISIONS[field.dataTypeID] ?? 2_147_483_647, scale: timed ? 6 : 0 };
}
