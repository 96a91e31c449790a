import type { Engine } from '../engine.ts';
import { conditionalCheckFailed, validationError } from '../errors.ts';
import { applyUpdate } from '../expressions/apply-update.ts';
import { holds } from '../expressions/evaluate.ts';
import { checkIndexKey, checkItemKey, checkKey, keyOf } from '../keys/key-schema.ts';
import { recordChange } from '../streams/record-change.ts';
import type { StreamRecord } from '../streams/stream-record.ts';
import type { Table } from '../tables/definition.ts';
import type { Item } from '../values/attribute-value.ts';
import { itemSize, MAX_ITEM_SIZE } from '../values/size.ts';
import { checkUpdatedKeys, checkUpdatedIndexKeys } from './update-checks.ts';
import type { WriteRequest } from './write-request.ts';

/** A write's item before and after. */
export interface WriteOutcome {
  readonly table: Table;
  readonly old: Item | undefined;
  readonly next: Item | undefined;
}

/** The key of the item that a write means. Throws ValidationException when it is not a key of the table. */
export function writeKey(table: Table, request: WriteRequest): Item {
  if (request.kind === 'put') {
    checkItemKey(request.item, table.key);
    return keyOf(request.item, table.key);
  }
  checkKey(request.key, table.key);
  return request.key;
}

/**
 * Does a write: checks it against the table, its condition against the item, and writes item, indexes and stream.
 * To be called in a transaction. Throws ValidationException or ConditionalCheckFailedException, and then nothing is
 * written.
 */
export function executeWrite(engine: Engine, table: Table, request: WriteRequest): WriteOutcome {
  const key = writeKey(table, request);
  if (request.kind === 'put') {
    for (const index of table.indexes) checkIndexKey(request.item, index.name, index.key);
  }
  if (request.kind === 'update') checkUpdatedKeys(table, request.actions);
  const old = engine.items.read(table, key)?.item;
  if (request.condition && !holds(request.condition, old ?? {})) {
    throw conditionalCheckFailed(request.showOldOnFailure ? old : undefined);
  }
  const next = nextItem(table, request, key, old);
  if (request.kind !== 'check') replaceItem(engine, table, key, old, next);
  return { table, old, next };
}

/** Writes an item's next state with all that follows from it. To be called in a transaction. */
export function replaceItem(
  engine: Engine,
  table: Table,
  key: Item,
  old: Item | undefined,
  next: Item | undefined,
  userIdentity?: StreamRecord['userIdentity'],
): void {
  engine.items.replace(table, key, old, next);
  recordChange(engine, table, { key, old, next, userIdentity });
}

function nextItem(table: Table, request: WriteRequest, key: Item, old: Item | undefined): Item | undefined {
  switch (request.kind) {
    case 'put':
      return request.item;
    case 'delete':
      return undefined;
    case 'check':
      return old;
    case 'update': {
      const next = applyUpdate(old ?? key, request.actions);
      checkUpdatedIndexKeys(table, request.actions, next);
      if (itemSize(next) > MAX_ITEM_SIZE) {
        throw validationError('Item size to update has exceeded the maximum allowed size');
      }
      return next;
    }
  }
}
