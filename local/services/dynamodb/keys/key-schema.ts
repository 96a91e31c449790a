import { validationError } from '../errors.ts';
import { attributeOf, scalarOf, typeOf, type AttributeValue, type Item } from '../values/attribute-value.ts';
import { blobSize } from '../values/size.ts';

export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N' | 'B';
}

/** The key of a table or of an index. */
export interface KeySchema {
  readonly hash: KeyAttribute;
  readonly range?: KeyAttribute;
}

export function keyAttributes(schema: KeySchema): readonly KeyAttribute[] {
  return schema.range ? [schema.hash, schema.range] : [schema.hash];
}

/** The key of an item; the item was checked before. */
export function keyOf(item: Item, schema: KeySchema): Item {
  const key: Record<string, AttributeValue> = {};
  for (const { name } of keyAttributes(schema)) key[name] = item[name]!;
  return key;
}

/** Throws unless `key` is the whole key of the table, nothing more and nothing less. */
export function checkKey(key: Item, schema: KeySchema): void {
  const attributes = keyAttributes(schema);
  if (Object.keys(key).length !== attributes.length) {
    throw validationError('The provided key element does not match the schema');
  }
  for (const attribute of attributes) {
    const value = attributeOf(key, attribute.name);
    if (!value || typeOf(value) !== attribute.type) {
      throw validationError('The provided key element does not match the schema');
    }
    checkKeyValue(value, attribute, attribute === schema.hash);
  }
}

/** Throws unless the item has a valid key of the table. */
export function checkItemKey(item: Item, schema: KeySchema): void {
  for (const attribute of keyAttributes(schema)) {
    const value = attributeOf(item, attribute.name);
    if (!value) {
      throw validationError(
        `One or more parameter values were invalid: Missing the key ${attribute.name} in the item`,
      );
    }
    if (typeOf(value) !== attribute.type) {
      throw validationError(
        `One or more parameter values were invalid: Type mismatch for key ${attribute.name} ` +
          `expected: ${attribute.type} actual: ${typeOf(value)}`,
      );
    }
    checkKeyValue(value, attribute, attribute === schema.hash);
  }
}

/** Empty or too large values of key attributes. */
export function checkKeyValue(value: AttributeValue, { name, type }: KeyAttribute, isHash: boolean): void {
  if (type === 'N') return;
  const text = scalarOf(value);
  if (text === '') {
    throw validationError(
      'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain ' +
        `an empty ${type === 'S' ? 'string' : 'binary'} value. Key: ${name}`,
    );
  }
  const size = type === 'S' ? Buffer.byteLength(text) : blobSize(text);
  if (isHash && size > 2048) {
    throw validationError(
      'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
    );
  }
  if (!isHash && size > 1024) {
    throw validationError(
      'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size ' +
        'limit of 1024 bytes',
    );
  }
}

/**
 * Throws when an attribute that is part of a secondary index's key has a value that no index can hold. Items that
 * lack the attribute are simply not in the index.
 */
export function checkIndexKey(item: Item, indexName: string, schema: KeySchema): void {
  for (const attribute of keyAttributes(schema)) {
    const value = attributeOf(item, attribute.name);
    if (!value) continue;
    if (typeOf(value) !== attribute.type) {
      throw validationError(
        `One or more parameter values were invalid: Type mismatch for Index Key ${attribute.name} ` +
          `Expected: ${attribute.type} Actual: ${typeOf(value)} IndexName: ${indexName}`,
      );
    }
    if (attribute.type !== 'N' && scalarOf(value) === '') {
      throw validationError(
        'One or more parameter values are not valid. A value specified for a secondary index key is not ' +
          `supported. The AttributeValue for a key attribute cannot contain an empty ${
            attribute.type === 'S' ? 'string' : 'binary'
          } value. IndexName: ${indexName}, IndexKey: ${attribute.name}`,
      );
    }
    checkKeyValue(value, attribute, attribute === schema.hash);
  }
}
