import type { KeyAttribute, KeySchema } from '../keys/key-schema.ts';
import { attributeOf, type AttributeValue, type Item } from '../values/attribute-value.ts';

export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: 'S' | 'N' | 'B';
}

export interface KeySchemaElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

export interface Throughput {
  readonly ReadCapacityUnits: number;
  readonly WriteCapacityUnits: number;
}

export interface Projection {
  readonly ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
  readonly NonKeyAttributes?: readonly string[];
}

export interface IndexDefinition {
  readonly IndexName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly Projection: Projection;
  readonly ProvisionedThroughput?: Throughput;
}

export type StreamViewType = 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES' | 'KEYS_ONLY';

/** What is kept of a table beside its items. */
export interface TableDefinition {
  readonly TableName: string;
  readonly TableId: string;
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly KeySchema: readonly KeySchemaElement[];
  readonly BillingMode: 'PAY_PER_REQUEST' | 'PROVISIONED';
  readonly ProvisionedThroughput?: Throughput;
  readonly GlobalSecondaryIndexes: readonly IndexDefinition[];
  readonly LocalSecondaryIndexes: readonly IndexDefinition[];
  /** The newest stream; it stays readable after it was switched off. */
  readonly Stream?: { readonly Label: string; readonly ViewType: StreamViewType; readonly Enabled: boolean };
  readonly TimeToLiveAttribute?: string;
  readonly PointInTimeRecovery: boolean;
  readonly DeletionProtection: boolean;
  readonly EncryptionType?: 'KMS';
  readonly TableClass: 'STANDARD' | 'STANDARD_INFREQUENT_ACCESS';
  readonly Tags: Readonly<Record<string, string>>;
  /** Seconds since the epoch, as DynamoDB answers times. */
  readonly CreatedAt: number;
}

/** A secondary index, ready for use. */
export interface Index {
  readonly name: string;
  readonly kind: 'global' | 'local';
  readonly key: KeySchema;
  /** The attributes that the index holds, or undefined for all. */
  readonly projected: ReadonlySet<string> | undefined;
}

/** A table, ready for use. */
export interface Table {
  /** Its number in the database: names may have any characters and come back after a deletion. */
  readonly number: number;
  readonly definition: TableDefinition;
  readonly key: KeySchema;
  readonly indexes: readonly Index[];
}

export function tableOf(number: number, definition: TableDefinition): Table {
  const key = keySchemaOf(definition, definition.KeySchema);
  const index =
    (kind: Index['kind']) =>
    (one: IndexDefinition): Index => ({
      name: one.IndexName,
      kind,
      key: keySchemaOf(definition, one.KeySchema),
      projected: projectedAttributes(definition, one),
    });
  return {
    number,
    definition,
    key,
    indexes: [
      ...definition.GlobalSecondaryIndexes.map(index('global')),
      ...definition.LocalSecondaryIndexes.map(index('local')),
    ],
  };
}

/** Whether an index has an entry for the item: it does when the item has the index's key attributes. */
export function isIndexed(item: Item, { key }: Index): boolean {
  return !!attributeOf(item, key.hash.name) && (!key.range || !!attributeOf(item, key.range.name));
}

/** The part of an item that an index holds. */
export function projectedItem(item: Item, { projected }: Index): Item {
  if (!projected) return item;
  const entries: [string, AttributeValue][] = [];
  for (const name of projected) {
    const value = attributeOf(item, name);
    if (value) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function keySchemaOf(definition: TableDefinition, elements: readonly KeySchemaElement[]): KeySchema {
  const attribute = ({ AttributeName }: KeySchemaElement): KeyAttribute => {
    const found = definition.AttributeDefinitions.find((one) => one.AttributeName === AttributeName);
    if (!found) throw new TypeError(`${definition.TableName} has no definition of ${AttributeName}.`);
    return { name: AttributeName, type: found.AttributeType };
  };
  const [hash, range] = elements;
  return { hash: attribute(hash!), range: range && attribute(range) };
}

function projectedAttributes(
  { KeySchema: tableKey }: TableDefinition,
  { KeySchema: indexKey, Projection: projection }: IndexDefinition,
): ReadonlySet<string> | undefined {
  if (projection.ProjectionType === 'ALL') return undefined;
  const keys = [...tableKey, ...indexKey].map(({ AttributeName }) => AttributeName);
  return new Set([...keys, ...(projection.NonKeyAttributes ?? [])]);
}
