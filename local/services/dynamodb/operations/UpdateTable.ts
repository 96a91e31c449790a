import { notCovered } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { validationError } from '../errors.ts';
import type { RequestReader } from '../request/reader.ts';
import {
  readAttributeDefinitions,
  readEncryption,
  readTableClass,
  readThroughput,
} from '../tables/create-request.ts';
import type { TableDefinition } from '../tables/definition.ts';
import { describeTable } from '../tables/describe.ts';
import { readIndexUpdates } from '../tables/index-updates.ts';
import { streamUpdate } from '../tables/stream-update.ts';
import { changeTable } from '../tables/table-changes.ts';
import { tableOperation } from '../tables/table-operation.ts';

const CHANGES = [
  'ProvisionedThroughput',
  'BillingMode',
  'StreamSpecification',
  'GlobalSecondaryIndexUpdates',
  'SSESpecification',
  'DeletionProtectionEnabled',
  'TableClass',
];
const UNCOVERED = ['ReplicaUpdates', 'OnDemandThroughput', 'WarmThroughput', 'GlobalTableWitnessUpdates'];

/**
 * Changes indexes, stream, billing and protection of a table. Done at once, though the answer says UPDATING.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html
 */
export function updateTable(engine: Engine): Operation<unknown> {
  return tableOperation(engine, 'UpdateTable', (table, request) => {
    const definition = readChanges(engine, table.definition, request);
    return { TableDescription: describeTable(engine, changeTable(engine, table, definition), 'UPDATING') };
  });
}

function readChanges(engine: Engine, current: TableDefinition, request: RequestReader): TableDefinition {
  const uncovered = UNCOVERED.find((name) => request.has(name));
  if (uncovered) throw notCovered(`the parameter ${uncovered} of DynamoDB's UpdateTable`);
  const billingMode = request.oneOf('BillingMode', ['PROVISIONED', 'PAY_PER_REQUEST'] as const);
  const throughput = readThroughput(request);
  const attributes = readAttributeDefinitions(request);
  const tableClass = readTableClass(request);
  const protection = request.boolean('DeletionProtectionEnabled');
  const updateIndexes = readIndexUpdates(request);
  const stream = streamUpdate(engine, current, request);
  request.check();
  if (!CHANGES.some((name) => request.has(name))) {
    throw validationError(
      'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or ' +
        'SSESpecification or ReplicaUpdates is required',
    );
  }
  if (billingMode === 'PROVISIONED' && !throughput) {
    throw validationError(
      'One or more parameter values were invalid: ProvisionedThroughput must be specified when BillingMode is PROVISIONED',
    );
  }
  const BillingMode = billingMode ?? current.BillingMode;
  const changed: TableDefinition = {
    ...current,
    BillingMode,
    ProvisionedThroughput:
      BillingMode === 'PROVISIONED' || throughput ? (throughput ?? current.ProvisionedThroughput) : undefined,
    TableClass: tableClass ?? current.TableClass,
    DeletionProtection: protection ?? current.DeletionProtection,
    EncryptionType: request.has('SSESpecification') ? readEncryption(request) : current.EncryptionType,
    Stream: stream,
  };
  return updateIndexes(changed, attributes);
}
