import { AwsError } from '../../../core/errors.ts';
import { resourceNotFound, validationError } from '../errors.ts';
import type { RequestReader } from '../request/reader.ts';
import { readIndex, readThroughput } from './create-request.ts';
import type { AttributeDefinition, IndexDefinition, TableDefinition, Throughput } from './definition.ts';

type IndexUpdate =
  | { readonly kind: 'create'; readonly name: string; readonly index: IndexDefinition }
  | { readonly kind: 'delete'; readonly name: string }
  | { readonly kind: 'update'; readonly name: string; readonly throughput: Throughput | undefined };

/** Reads GlobalSecondaryIndexUpdates and answers what they make of a definition. */
export function readIndexUpdates(
  request: RequestReader,
): (definition: TableDefinition, attributes: readonly AttributeDefinition[]) => TableDefinition {
  const updates = (request.structures('GlobalSecondaryIndexUpdates') ?? []).map(readUpdate);
  return (definition, attributes) => {
    checkUpdates(updates);
    const indexes = updates.reduce(applyUpdate, definition.GlobalSecondaryIndexes);
    return withIndexes(definition, indexes, attributes);
  };
}

/** A definition with other global indexes, and with the attribute definitions that its keys need, no others. */
function withIndexes(
  definition: TableDefinition,
  indexes: readonly IndexDefinition[],
  attributes: readonly AttributeDefinition[],
): TableDefinition {
  const schemas = [definition, ...definition.LocalSecondaryIndexes, ...indexes].map(
    ({ KeySchema }) => KeySchema,
  );
  const used = new Set(schemas.flat().map(({ AttributeName }) => AttributeName));
  const known = new Map(
    [...definition.AttributeDefinitions, ...attributes].map((one) => [one.AttributeName, one] as const),
  );
  return {
    ...definition,
    GlobalSecondaryIndexes: indexes,
    AttributeDefinitions: [...known.values()].filter(({ AttributeName }) => used.has(AttributeName)),
  };
}

function readUpdate(one: RequestReader): IndexUpdate {
  const create = one.structure('Create');
  const remove = one.structure('Delete');
  const update = one.structure('Update');
  if (create) {
    const index = readIndex(create);
    return { kind: 'create', name: index.IndexName, index };
  }
  const named = remove ?? update;
  if (!named) {
    throw validationError(
      'One or more parameter values were invalid: One of GlobalSecondaryIndexUpdate.Update, ' +
        'GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null',
    );
  }
  named.required('IndexName');
  const name = named.indexName() ?? '';
  return remove ? { kind: 'delete', name } : { kind: 'update', name, throughput: readThroughput(named) };
}

function checkUpdates(updates: readonly IndexUpdate[]): void {
  const names = updates.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) {
    throw validationError(
      'One or more parameter values were invalid: Only one global secondary index update per index is allowed ' +
        `simultaneously. Index: ${twice}`,
    );
  }
  if (updates.filter(({ kind }) => kind !== 'update').length > 1) {
    throw new AwsError(
      'LimitExceededException',
      'Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table',
    );
  }
}

function applyUpdate(indexes: readonly IndexDefinition[], update: IndexUpdate): readonly IndexDefinition[] {
  const exists = indexes.some(({ IndexName }) => IndexName === update.name);
  if (update.kind === 'create') {
    if (exists) throw validationError('Attempting to create an index which already exists');
    return [...indexes, update.index];
  }
  if (!exists) throw resourceNotFound();
  if (update.kind === 'delete') return indexes.filter(({ IndexName }) => IndexName !== update.name);
  return indexes.map((index) =>
    index.IndexName === update.name ? { ...index, ProvisionedThroughput: update.throughput } : index,
  );
}
