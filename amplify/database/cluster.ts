import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import {
  AuroraPostgresEngineVersion,
  ClusterInstance,
  DatabaseCluster,
  DatabaseClusterEngine,
} from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';

export const DATABASE_NAME = 'cruddur';
/** Of a branch, in ACU. */
export const MAX_CAPACITY = 16;

/**
 * Aurora Serverless v2, reached through the Data API alone: its subnets have no way in or out, so there is no NAT and
 * no interface endpoint to pay for, and it sleeps at 0 ACU while nobody uses the app.
 */
export function createCluster(scope: Construct, isTemporary: boolean): DatabaseCluster {
  const vpc = new Vpc(scope, 'Vpc', {
    maxAzs: 2,
    natGateways: 0,
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: [{ name: 'isolated', subnetType: SubnetType.PRIVATE_ISOLATED }],
  });
  const securityGroup = new SecurityGroup(scope, 'ClusterAccess', {
    vpc,
    description: 'Nobody: the Data API needs no network path',
    allowAllOutbound: false,
  });
  return new DatabaseCluster(scope, 'Cluster', {
    engine: DatabaseClusterEngine.auroraPostgres({ version: AuroraPostgresEngineVersion.VER_16_13 }),
    writer: ClusterInstance.serverlessV2('writer'),
    serverlessV2MinCapacity: 0,
    serverlessV2MaxCapacity: isTemporary ? 2 : MAX_CAPACITY,
    serverlessV2AutoPauseDuration: Duration.minutes(isTemporary ? 5 : 15),
    vpc,
    vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
    securityGroups: [securityGroup],
    defaultDatabaseName: DATABASE_NAME,
    enableDataApi: true,
    storageEncrypted: true,
    backup: { retention: Duration.days(isTemporary ? 1 : 14) },
    deletionProtection: !isTemporary,
    removalPolicy: isTemporary ? RemovalPolicy.DESTROY : RemovalPolicy.SNAPSHOT,
  });
}
