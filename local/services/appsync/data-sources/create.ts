import type { CloudContext } from '../../../core/context.ts';
import { notCovered } from '../../../core/errors.ts';
import type { DataSource } from './data-source.ts';
import { invokeDynamoDb } from './dynamodb/index.ts';
import { invokeLambda } from './lambda.ts';
import { invokeNone } from './none.ts';
import { invokeRds } from './rds.ts';
import { dataSourcePrincipal } from './role.ts';

/** The properties of `AWS::AppSync::DataSource` that say what it reaches. */
export interface DataSourceProperties {
  Name: string;
  Type: string;
  ServiceRoleArn?: string;
  DynamoDBConfig?: {
    TableName: string;
    UseCallerCredentials?: boolean | string;
    Versioned?: boolean | string;
  };
  LambdaConfig?: { LambdaFunctionArn: string };
  RelationalDatabaseConfig?: {
    RdsHttpEndpointConfig?: {
      DbClusterIdentifier: string;
      AwsSecretStoreArn: string;
      DatabaseName?: string;
      Schema?: string;
    };
  };
}

/** Makes a data source. Throws LocalCloudError for a type or an option that is not covered. */
export function createDataSource(
  cloud: CloudContext,
  arn: string,
  properties: DataSourceProperties,
): DataSource {
  const { Name: name, Type: type } = properties;
  const principal = () => dataSourcePrincipal(name, properties.ServiceRoleArn);
  if (type === 'NONE') return { name, type, arn, invoke: invokeNone };
  if (type === 'AMAZON_DYNAMODB' && properties.DynamoDBConfig) {
    const { TableName: tableName, UseCallerCredentials, Versioned } = properties.DynamoDBConfig;
    if (String(UseCallerCredentials) === 'true') throw notCovered('UseCallerCredentials of a data source');
    if (String(Versioned) === 'true') throw notCovered('versioned (conflict detecting) data sources');
    const target = { tableName, principal: principal() };
    return { name, type, arn, invoke: (request, call) => invokeDynamoDb(cloud, target, request, call) };
  }
  if (type === 'AWS_LAMBDA' && properties.LambdaConfig) {
    const target = { functionArn: properties.LambdaConfig.LambdaFunctionArn, principal: principal() };
    return { name, type, arn, invoke: (request, call) => invokeLambda(cloud, target, request, call) };
  }
  const endpoint = properties.RelationalDatabaseConfig?.RdsHttpEndpointConfig;
  if (type === 'RELATIONAL_DATABASE' && endpoint) {
    const target = {
      resourceArn: endpoint.DbClusterIdentifier,
      secretArn: endpoint.AwsSecretStoreArn,
      database: endpoint.DatabaseName,
      schema: endpoint.Schema,
      principal: principal(),
    };
    return { name, type, arn, invoke: (request) => invokeRds(cloud, target, request) };
  }
  throw notCovered(`AppSync data sources of type ${type}`);
}
