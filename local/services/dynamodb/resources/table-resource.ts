import type { ResourceHandler, ResourceInput, ResourceOutput } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import type { Engine } from '../engine.ts';
import { streamArn, tableArn } from '../tables/arn.ts';
import { deleteTable } from '../tables/table-changes.ts';
import { ensureTable } from './ensure-table.ts';
import { globalTableProperties } from './global-table.ts';
import { desiredTable } from './table-properties.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Tables of templates: AWS's own types, and the one that Amplify's table manager provides on AWS. */
export function tableResource(engine: Engine): ResourceHandler<Record<string, unknown>> {
  return {
    types: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable', 'Custom::AmplifyDynamoDBTable'],
    apply(input) {
      const properties =
        input.type === 'AWS::DynamoDB::GlobalTable'
          ? globalTableProperties(input.properties, engine.cloud.region)
          : input.properties;
      const desired = desiredTable(input.type, properties);
      const createTable = { TableName: generatedName(input), ...desired.createTable };
      const table = ensureTable(engine, { ...desired, createTable });
      return output(engine, table.definition.TableName);
    },
    remove({ previousOutput }) {
      const table = previousOutput && engine.catalog.find(previousOutput.ref);
      if (table) deleteTable(engine, table);
    },
  };
}

/** The name that CloudFormation would make up: the same one at every start. */
function generatedName({ logicalId, address }: ResourceInput): string {
  return `${logicalId.slice(0, 200)}-${stableId(address, 12, UPPER)}`;
}

function output(engine: Engine, tableName: string): ResourceOutput {
  const table = engine.catalog.get(tableName);
  const arn = tableArn(engine.cloud, tableName);
  const enabled = table.definition.Stream?.Enabled ? streamArn(engine.cloud, table) : undefined;
  return {
    ref: tableName,
    attributes: {
      Arn: arn,
      TableArn: arn,
      TableName: tableName,
      TableId: table.definition.TableId,
      ...(enabled && { StreamArn: enabled, TableStreamArn: enabled }),
    },
  };
}
