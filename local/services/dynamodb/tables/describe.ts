import type { Engine } from '../engine.ts';
import { indexArn, streamArn, tableArn } from './arn.ts';
import type { IndexDefinition, Table, TableDefinition, Throughput } from './definition.ts';

export type TableStatus = 'CREATING' | 'UPDATING' | 'DELETING' | 'ACTIVE';

/** A table's description as CreateTable, DescribeTable, UpdateTable and DeleteTable answer it. */
export function describeTable(engine: Engine, table: Table, status: TableStatus): Record<string, unknown> {
  const { definition } = table;
  const { items, bytes } = engine.items.count(table);
  const onDemand = definition.BillingMode === 'PAY_PER_REQUEST';
  return {
    AttributeDefinitions: definition.AttributeDefinitions,
    TableName: definition.TableName,
    KeySchema: definition.KeySchema,
    TableStatus: status,
    CreationDateTime: definition.CreatedAt,
    ProvisionedThroughput: throughput(definition.ProvisionedThroughput),
    TableSizeBytes: bytes,
    ItemCount: items,
    TableArn: tableArn(engine.cloud, definition.TableName),
    TableId: definition.TableId,
    ...(onDemand && {
      BillingModeSummary: {
        BillingMode: 'PAY_PER_REQUEST',
        LastUpdateToPayPerRequestDateTime: definition.CreatedAt,
      },
    }),
    ...indexDescriptions(engine, table, 'LocalSecondaryIndexes', definition.LocalSecondaryIndexes),
    ...indexDescriptions(engine, table, 'GlobalSecondaryIndexes', definition.GlobalSecondaryIndexes),
    ...streamDescription(engine, table),
    ...(definition.EncryptionType && {
      SSEDescription: { Status: 'ENABLED', SSEType: definition.EncryptionType },
    }),
    ...(definition.TableClass !== 'STANDARD' && { TableClassSummary: { TableClass: definition.TableClass } }),
    DeletionProtectionEnabled: definition.DeletionProtection,
  };
}

function indexDescriptions(
  engine: Engine,
  table: Table,
  member: 'LocalSecondaryIndexes' | 'GlobalSecondaryIndexes',
  definitions: readonly IndexDefinition[],
): Record<string, unknown> {
  if (definitions.length === 0) return {};
  const describe = (definition: IndexDefinition): Record<string, unknown> => {
    const index = table.indexes.find(({ name }) => name === definition.IndexName)!;
    const entries = engine.items.countEntries(table, index);
    return {
      IndexName: definition.IndexName,
      KeySchema: definition.KeySchema,
      Projection: definition.Projection,
      ...(member === 'GlobalSecondaryIndexes' && {
        IndexStatus: 'ACTIVE',
        ProvisionedThroughput: throughput(definition.ProvisionedThroughput),
      }),
      // The entries point at items and have no size of their own.
      IndexSizeBytes: 0,
      ItemCount: entries,
      IndexArn: indexArn(engine.cloud, table.definition.TableName, definition.IndexName),
    };
  };
  return { [member]: definitions.map(describe) };
}

function streamDescription(engine: Engine, table: Table): Record<string, unknown> {
  const stream: TableDefinition['Stream'] = table.definition.Stream;
  if (!stream) return {};
  return {
    ...(stream.Enabled && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: stream.ViewType },
    }),
    LatestStreamLabel: stream.Label,
    LatestStreamArn: streamArn(engine.cloud, table),
  };
}

function throughput(given: Throughput | undefined): Record<string, number> {
  return { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0, ...given };
}
