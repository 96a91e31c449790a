import { randomUUID } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import { nowSeconds, type Engine } from '../engine.ts';
import { tableNotFound, validationError } from '../errors.ts';
import { checkTable } from './check-table.ts';
import type { TableRequest } from './create-request.ts';
import { tableOf, type StreamViewType, type Table, type TableDefinition } from './definition.ts';

/** A table for a control operation; throws ResourceNotFoundException, which names the table. */
export function controlledTable(engine: Engine, tableName: string): Table {
  const table = engine.catalog.find(tableName);
  if (!table) throw tableNotFound(tableName);
  return table;
}

/** Makes a table. Throws ValidationException, or ResourceInUseException when its name is taken. */
export function createTable(engine: Engine, request: TableRequest): Table {
  checkTable(request);
  if (engine.catalog.find(request.TableName)) {
    throw new AwsError('ResourceInUseException', `Table already exists: ${request.TableName}`);
  }
  const { StreamViewType: viewType, ...rest } = request;
  const definition: TableDefinition = {
    ...rest,
    TableId: randomUUID(),
    PointInTimeRecovery: false,
    CreatedAt: nowSeconds(engine),
    ...(viewType && { Stream: newStream(engine, viewType) }),
  };
  const table = engine.database.transaction(() => {
    const created = engine.catalog.insert(definition);
    engine.items.createTable(created);
    return created;
  });
  engine.catalog.remember(table);
  return table;
}

/** Drops a table with its items. Throws ValidationException when it is protected. */
export function deleteTable(engine: Engine, table: Table): void {
  if (table.definition.DeletionProtection) {
    throw validationError(
      'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
    );
  }
  engine.database.transaction(() => {
    engine.items.dropTable(table);
    engine.catalog.delete(table);
  });
  engine.catalog.forget(table);
}

/**
 * Gives a table another definition: new indexes are filled from its items, dropped ones go, expiry times are noted
 * anew when the time to live's attribute changed. Items stay. Throws ValidationException before anything changes.
 */
export function changeTable(engine: Engine, table: Table, definition: TableDefinition): Table {
  checkTable(definition);
  const next = tableOf(table.number, definition);
  const fingerprint = (one: Table, name: string): string => {
    const index = one.indexes.find((candidate) => candidate.name === name);
    return index ? JSON.stringify([index.kind, index.key]) : '';
  };
  const changed = ({ name }: { name: string }): boolean =>
    fingerprint(table, name) !== fingerprint(next, name);
  engine.database.transaction(() => {
    engine.catalog.update(table, definition);
    for (const index of table.indexes.filter(changed)) engine.items.indexes.drop(table, index);
    for (const index of next.indexes.filter(changed)) engine.items.indexes.create(next, index);
    if (table.definition.TimeToLiveAttribute !== definition.TimeToLiveAttribute) {
      engine.items.refreshExpiry(next);
    }
  });
  engine.catalog.remember(next);
  return next;
}

/** A stream that begins now. Its label is the time, which is what makes its ARN another one than the last one's. */
export function newStream(engine: Engine, viewType: StreamViewType): NonNullable<TableDefinition['Stream']> {
  const label = new Date(engine.cloud.clock.now()).toISOString().replace('Z', '');
  return { Label: label, ViewType: viewType, Enabled: true };
}
