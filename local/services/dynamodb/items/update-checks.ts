import { validationError } from '../errors.ts';
import { updatePaths, type DocumentPath, type UpdateAction } from '../expressions/syntax.ts';
import { checkKeyValue, keyAttributes, type KeyAttribute } from '../keys/key-schema.ts';
import type { Index, Table } from '../tables/definition.ts';
import { attributeOf, scalarOf, typeOf, type Item } from '../values/attribute-value.ts';

/** Throws when an update would change the key of its item, or takes a key attribute for a document. */
export function checkUpdatedKeys(table: Table, actions: readonly UpdateAction[]): void {
  for (const { name } of keyAttributes(table.key)) {
    if (actions.some(({ path }) => path[0] === name)) {
      throw validationError(
        `One or more parameter values were invalid: Cannot update attribute ${name}. This attribute is part of the key`,
      );
    }
  }
  for (const index of table.indexes) {
    for (const attribute of keyAttributes(index.key)) checkStaticType(index, attribute, actions);
  }
  checkScalarPaths(table, actions.flatMap(updatePaths));
}

/** Throws when a path goes into a key attribute: keys are scalars. */
export function checkScalarPaths(table: Table, paths: readonly DocumentPath[]): void {
  const nested = new Set(paths.flatMap((path) => (path.length > 1 ? [path[0]] : [])));
  const refuse = (attributes: readonly KeyAttribute[], what: string): void => {
    const found = attributes.find(({ name }) => nested.has(name));
    if (!found) return;
    throw validationError(
      `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ${what}: ${found.name}`,
    );
  };
  refuse(keyAttributes(table.key), 'Key');
  for (const { key } of table.indexes) refuse(keyAttributes(key), 'IndexKey');
}

/** Throws when an update gave an index's key attribute a value that the index cannot hold. */
export function checkUpdatedIndexKeys(table: Table, actions: readonly UpdateAction[], next: Item): void {
  const changed = new Set(actions.map(({ path }) => path[0]));
  for (const { key } of table.indexes) {
    for (const attribute of keyAttributes(key)) {
      const value = changed.has(attribute.name) ? attributeOf(next, attribute.name) : undefined;
      if (!value) continue;
      if (typeOf(value) !== attribute.type) {
        throw validationError(
          'The update expression attempted to update the secondary index key to unsupported type',
        );
      }
      if (attribute.type !== 'N' && scalarOf(value) === '') {
        throw validationError(
          'One or more parameter values are not valid. The update expression attempted to update a secondary ' +
            'index key to a value that is not supported. The AttributeValue for a key attribute cannot contain ' +
            `an empty ${attribute.type === 'S' ? 'string' : 'binary'} value.`,
        );
      }
      checkKeyValue(value, attribute, attribute === key.hash);
    }
  }
}

function checkStaticType(index: Index, { name, type }: KeyAttribute, actions: readonly UpdateAction[]): void {
  for (const action of actions) {
    if (action.kind !== 'SET' || action.path.length > 1 || action.path[0] !== name) continue;
    if (action.value.kind !== 'value' || typeOf(action.value.value) === type) continue;
    throw validationError(
      `One or more parameter values were invalid: Type mismatch for Index Key ${name} Expected: ${type} ` +
        `Actual: ${typeOf(action.value.value)} IndexName: ${index.name}`,
    );
  }
}
