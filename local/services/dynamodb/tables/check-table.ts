import { validationError } from '../errors.ts';
import type { IndexDefinition, KeySchemaElement, TableDefinition } from './definition.ts';

const MAX_LOCAL = 5;
const MAX_GLOBAL = 20;

type Checked = Pick<
  TableDefinition,
  | 'AttributeDefinitions'
  | 'KeySchema'
  | 'BillingMode'
  | 'ProvisionedThroughput'
  | 'GlobalSecondaryIndexes'
  | 'LocalSecondaryIndexes'
>;

/** Throws ValidationException, in AWS's words, unless keys, indexes and throughput of a table fit together. */
export function checkTable(table: Checked): void {
  checkThroughput(table);
  const defined = table.AttributeDefinitions.map(({ AttributeName }) => AttributeName);
  checkKeySchema(table.KeySchema, defined);
  for (const index of table.LocalSecondaryIndexes) checkLocalIndex(index, table, defined);
  for (const index of table.GlobalSecondaryIndexes) checkGlobalIndex(index, table.BillingMode, defined);
  const indexes = [...table.LocalSecondaryIndexes, ...table.GlobalSecondaryIndexes];
  const names = indexes.map(({ IndexName }) => IndexName);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw invalid(`Duplicate index name: ${twice}`);
  if (table.LocalSecondaryIndexes.length > MAX_LOCAL) {
    throw invalid(`Number of LocalSecondaryIndexes exceeds per-table limit of ${MAX_LOCAL}`);
  }
  if (table.GlobalSecondaryIndexes.length > MAX_GLOBAL) {
    throw invalid(`GlobalSecondaryIndex count exceeds the per-table limit of ${MAX_GLOBAL}`);
  }
  checkAllDefinitionsUsed(table, defined);
}

function checkThroughput({ BillingMode, ProvisionedThroughput: throughput }: Checked): void {
  if (BillingMode === 'PAY_PER_REQUEST' && throughput) {
    throw invalid(
      'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    );
  }
  if (BillingMode === 'PROVISIONED' && !throughput) {
    throw invalid(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    );
  }
}

function checkKeySchema(schema: readonly KeySchemaElement[], defined: readonly string[]): void {
  const keys = schema.map(({ AttributeName }) => AttributeName);
  if (keys.some((key) => !defined.includes(key))) {
    throw invalid(
      'Some index key attributes are not defined in AttributeDefinitions. ' +
        `Keys: [${keys.join(', ')}], AttributeDefinitions: [${defined.join(', ')}]`,
    );
  }
  if (keys.length === 2 && keys[0] === keys[1]) {
    throw validationError('Both the Hash Key and the Range Key element in the KeySchema have the same name');
  }
  if (schema[0]?.KeyType !== 'HASH') {
    throw validationError('Invalid KeySchema: The first KeySchemaElement is not a HASH key type');
  }
  if (schema[1] && schema[1].KeyType !== 'RANGE') {
    throw validationError('Invalid KeySchema: The second KeySchemaElement is not a RANGE key type');
  }
}

function checkLocalIndex(index: IndexDefinition, { KeySchema }: Checked, defined: readonly string[]): void {
  if (KeySchema.length < 2) {
    throw invalid(
      'Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex',
    );
  }
  checkKeySchema(index.KeySchema, defined);
  if (index.KeySchema.length < 2) {
    throw invalid(`Index KeySchema does not have a range key for index: ${index.IndexName}`);
  }
  const [own, tables] = [index.KeySchema[0]!.AttributeName, KeySchema[0]!.AttributeName];
  if (own !== tables) {
    throw invalid(
      'Index KeySchema does not have the same leading hash key as table KeySchema for index: ' +
        `${index.IndexName}. index hash key: ${own}, table hash key: ${tables}`,
    );
  }
  checkProjection(index);
}

function checkGlobalIndex(
  index: IndexDefinition,
  billingMode: Checked['BillingMode'],
  defined: readonly string[],
): void {
  checkKeySchema(index.KeySchema, defined);
  checkProjection(index);
  if (billingMode === 'PAY_PER_REQUEST' && index.ProvisionedThroughput) {
    throw invalid(
      `ProvisionedThroughput should not be specified for index: ${index.IndexName} when BillingMode is PAY_PER_REQUEST`,
    );
  }
  if (billingMode === 'PROVISIONED' && !index.ProvisionedThroughput) {
    throw invalid(`ProvisionedThroughput must be specified for index: ${index.IndexName}`);
  }
}

function checkProjection({ Projection: { ProjectionType, NonKeyAttributes } }: IndexDefinition): void {
  if (!ProjectionType) throw invalid('Unknown ProjectionType: null');
  if (NonKeyAttributes && ProjectionType !== 'INCLUDE') {
    throw invalid(`ProjectionType is ${ProjectionType}, but NonKeyAttributes is specified`);
  }
  if (!NonKeyAttributes && ProjectionType === 'INCLUDE') {
    throw invalid(`ProjectionType is ${ProjectionType}, but NonKeyAttributes is not specified`);
  }
}

function checkAllDefinitionsUsed(table: Checked, defined: readonly string[]): void {
  const indexes = [...table.LocalSecondaryIndexes, ...table.GlobalSecondaryIndexes];
  const schemas = [table.KeySchema, ...indexes.map(({ KeySchema }) => KeySchema)];
  const used = new Set(schemas.flat().map(({ AttributeName }) => AttributeName));
  if (used.size === defined.length) return;
  if (indexes.length === 0) {
    throw invalid(
      'Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions',
    );
  }
  throw invalid(
    'Some AttributeDefinitions are not used. ' +
      `AttributeDefinitions: [${defined.join(', ')}], keys used: [${[...used].join(', ')}]`,
  );
}

function invalid(what: string): Error {
  return validationError(`One or more parameter values were invalid: ${what}`);
}
