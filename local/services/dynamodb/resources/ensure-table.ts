import { LocalCloudError } from '../../../core/errors.ts';
import type { Engine } from '../engine.ts';
import { RequestReader } from '../request/reader.ts';
import { readTableRequest, type TableRequest } from '../tables/create-request.ts';
import type { Table, TableDefinition } from '../tables/definition.ts';
import { changeTable, createTable, newStream } from '../tables/table-changes.ts';
import type { DesiredTable } from './table-properties.ts';

/**
 * Makes the table be as the template says. A table that is there keeps its items: indexes come, go and are filled.
 * Throws LocalCloudError when only another table could be as it says: with another key, or other local indexes.
 */
export function ensureTable(engine: Engine, { createTable: input, ...settings }: DesiredTable): Table {
  const request = readTableRequest(new RequestReader(input));
  const existing = engine.catalog.find(request.TableName);
  const table = existing ?? createTable(engine, request);
  if (existing) checkReplaceable(existing.definition, request);
  const { StreamViewType: _, ...wanted } = request;
  const definition: TableDefinition = {
    ...table.definition,
    ...wanted,
    Stream: wantedStream(engine, table.definition, request),
    TimeToLiveAttribute: settings.timeToLiveAttribute,
    PointInTimeRecovery: settings.pointInTimeRecovery,
  };
  if (JSON.stringify(definition) === JSON.stringify(table.definition)) return table;
  return changeTable(engine, table, definition);
}

function wantedStream(
  engine: Engine,
  { Stream: current }: TableDefinition,
  { StreamViewType: viewType }: TableRequest,
): TableDefinition['Stream'] {
  if (!viewType) return current && { ...current, Enabled: false };
  return current?.Enabled && current.ViewType === viewType ? current : newStream(engine, viewType);
}

function checkReplaceable(current: TableDefinition, wanted: TableRequest): void {
  const key = ({
    KeySchema,
    AttributeDefinitions,
  }: Pick<TableDefinition, 'KeySchema' | 'AttributeDefinitions'>) =>
    JSON.stringify(
      KeySchema.map(({ AttributeName, KeyType }) => [
        AttributeName,
        KeyType,
        AttributeDefinitions.find((one) => one.AttributeName === AttributeName)?.AttributeType,
      ]),
    );
  const locals = ({ LocalSecondaryIndexes }: Pick<TableDefinition, 'LocalSecondaryIndexes'>): string =>
    JSON.stringify(LocalSecondaryIndexes);
  if (key(current) === key(wanted) && locals(current) === locals(wanted)) return;
  throw new LocalCloudError(
    'TableReplacement',
    `The key or the local indexes of the table ${wanted.TableName} changed, for which AWS would replace the table.`,
    'Start with --reset to begin with an empty table, or give the table another name.',
  );
}
