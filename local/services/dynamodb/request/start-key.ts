import { AwsError } from '../../../core/errors.ts';
import { validationError } from '../errors.ts';
import { checkKey, keyAttributes, keyOf } from '../keys/key-schema.ts';
import { entryKey } from '../store/index-store.ts';
import { encodeTableKey } from '../store/item-store.ts';
import type { Index, Table } from '../tables/definition.ts';
import { attributeOf, typeOf, type Item } from '../values/attribute-value.ts';

const INVALID = 'The provided starting key is invalid';

/** A start key, and where it stands among the encoded keys of the table or index. */
export interface StartKey {
  readonly key: Item;
  readonly encoded: Buffer;
}

/** Checks an ExclusiveStartKey against the table and index that it is for. Throws ValidationException. */
export function locateStartKey(key: Item, table: Table, index: Index | undefined): StartKey {
  if (!index) {
    prefixed(() => checkKey(key, table.key));
    return { key, encoded: encodeTableKey(table, key) };
  }
  const attributes = [...keyAttributes(table.key), ...keyAttributes(index.key)];
  const names = new Set(attributes.map(({ name }) => name));
  if (Object.keys(key).length !== names.size) throw validationError(INVALID);
  for (const { name, type } of keyAttributes(index.key)) {
    const value = attributeOf(key, name);
    if (!value) throw validationError(INVALID);
    if (typeOf(value) !== type) {
      throw validationError('The provided key element does not match the schema');
    }
  }
  if (!keyAttributes(table.key).every(({ name }) => attributeOf(key, name))) throw validationError(INVALID);
  const tableKey = keyOf(key, table.key);
  prefixed(() => checkKey(tableKey, table.key));
  return { key, encoded: entryKey(key, index, encodeTableKey(table, tableKey)) };
}

function prefixed(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw validationError(`${INVALID}: ${error.message}`);
  }
}
