import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';

/**
 * Who has which handle (functions/shared/handles.ts). Not an Amplify model: nobody reads or writes it through GraphQL,
 * and it must be awake while Postgres sleeps, because sign-up depends on it.
 */
export function createHandlesTable(scope: Construct, isTemporary: boolean): Table {
  const table = new Table(scope, 'Handles', {
    partitionKey: { name: 'handle', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.AWS_MANAGED,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    timeToLiveAttribute: 'expiresAt',
    deletionProtection: !isTemporary,
    removalPolicy: isTemporary ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
  table.addGlobalSecondaryIndex({
    indexName: 'byUser',
    partitionKey: { name: 'userId', type: AttributeType.STRING },
    projectionType: ProjectionType.ALL,
  });
  return table;
}
