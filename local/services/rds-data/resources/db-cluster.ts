import type { CloudContext } from '../../../core/context.ts';
import { LocalCloudError, notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import { resolveSecretReferences, type SecretsManager } from '../../secretsmanager/index.ts';
import type { Cluster, ClusterRegistry } from '../clusters.ts';
import type { Databases } from '../databases.ts';

interface Properties {
  DBClusterIdentifier?: string;
  Engine?: string;
  DatabaseName?: string;
  MasterUsername?: string;
  MasterUserPassword?: string;
  ManageMasterUserPassword?: boolean | string;
  EnableHttpEndpoint?: boolean | string;
  ServerlessV2ScalingConfiguration?: { MinCapacity?: number | string };
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `AWS::RDS::DBCluster`: a role and a database on our Postgres. Data stay when it leaves the template. */
export function dbClusterResource(
  cloud: CloudContext,
  clusters: ClusterRegistry,
  databases: Databases,
): ResourceHandler<Properties> {
  return {
    types: ['AWS::RDS::DBCluster'],
    covers: {
      honoured: [
        'DBClusterIdentifier',
        'Engine',
        'DatabaseName',
        'MasterUsername',
        'MasterUserPassword',
        'ManageMasterUserPassword',
        'EnableHttpEndpoint',
        'ServerlessV2ScalingConfiguration',
      ],
      withoutEffect: {
        'the one Postgres has its own version, port and settings': [
          'EngineVersion',
          'EngineMode',
          'Port',
          'DBClusterParameterGroupName',
          'AutoMinorVersionUpgrade',
          'NetworkType',
        ],
        'everything talks over the loopback interface': [
          'DBSubnetGroupName',
          'VpcSecurityGroupIds',
          'AvailabilityZones',
          'PubliclyAccessible',
        ],
        'data lie in the state folder, and stay when the cluster leaves the template': [
          'BackupRetentionPeriod',
          'CopyTagsToSnapshot',
          'DeletionProtection',
          'DeleteAutomatedBackups',
          'PreferredBackupWindow',
          'PreferredMaintenanceWindow',
          'StorageEncrypted',
          'StorageType',
          'KmsKeyId',
          'MasterUserSecret',
        ],
        'nothing is measured': [
          'Tags',
          'EnableCloudwatchLogsExports',
          'EnablePerformanceInsights',
          'PerformanceInsightsKmsKeyId',
          'PerformanceInsightsRetentionPeriod',
          'DatabaseInsightsMode',
          'MonitoringInterval',
          'MonitoringRoleArn',
        ],
        'roles reach Postgres over the Data API alone': ['EnableIAMDatabaseAuthentication'],
      },
    },
    async apply({ address, logicalId, properties }) {
      const engine = properties.Engine ?? 'aurora-postgresql';
      if (engine !== 'aurora-postgresql') throw notCovered(`a DB cluster with the engine ${engine}`);
      const identifier = (
        properties.DBClusterIdentifier ?? `${logicalId}-${stableId(address, 12)}`
      ).toLowerCase();
      const arn = `arn:aws:rds:${cloud.region}:${cloud.accountId}:cluster:${identifier}`;
      const master = masterOf(cloud, properties, identifier);
      const minimum = properties.ServerlessV2ScalingConfiguration?.MinCapacity;
      const cluster: Cluster = {
        identifier,
        arn,
        resourceId: `cluster-${stableId(address, 26, UPPER)}`,
        instanceResourceId: `db-${stableId(`${address}/instance`, 26, UPPER)}`,
        httpEndpointEnabled: String(properties.EnableHttpEndpoint) === 'true',
        minCapacity: minimum === undefined ? undefined : Number(minimum),
        masterUsername: master.username,
        masterPassword: master.password,
        masterRole: '',
        databaseName: properties.DatabaseName,
        engine,
        databases: new Map(),
        pause: clusters.byIdentifier(identifier)?.pause ?? { paused: false },
      };
      cluster.masterRole = await databases.ensureRole(cluster);
      if (cluster.databaseName !== undefined) await databases.physicalName(cluster, cluster.databaseName);
      clusters.add(cluster);
      const { port } = await databases.server();
      return {
        ref: identifier,
        attributes: {
          DBClusterArn: arn,
          DBClusterResourceId: cluster.resourceId,
          'Endpoint.Address': '127.0.0.1',
          'Endpoint.Port': String(port),
          'ReadEndpoint.Address': '127.0.0.1',
          ...(master.secretArn === undefined ? {} : { 'MasterUserSecret.SecretArn': master.secretArn }),
        },
      };
    },
    remove: ({ previousOutput }) => {
      if (previousOutput) clusters.remove(previousOutput.ref);
    },
  };
}

function masterOf(
  cloud: CloudContext,
  properties: Properties,
  identifier: string,
): { username: string; password: string; secretArn?: string } {
  const { store } = cloud.service<SecretsManager>('secretsmanager');
  const username = resolveSecretReferences(store, properties.MasterUsername ?? 'postgres');
  if (String(properties.ManageMasterUserPassword) !== 'true') {
    if (properties.MasterUserPassword === undefined) {
      throw new LocalCloudError(
        'InvalidTemplate',
        `The DB cluster ${identifier} has no master password.`,
        'Set MasterUserPassword or ManageMasterUserPassword.',
      );
    }
    return { username, password: resolveSecretReferences(store, properties.MasterUserPassword) };
  }
  const password = stableId(`${identifier}/${cloud.accountId}/managed`, 28);
  const name = `rds!cluster-${stableId(identifier, 12)}`;
  const secret = store.find(name) ?? store.create({ name, tags: [], definition: 'managed' }, identifier);
  if (secret.versions.length === 0)
    store.putVersion(secret, { string: JSON.stringify({ username, password }) });
  const current = JSON.parse(store.currentString(secret.arn)) as { password: string };
  return { username, password: current.password, secretArn: secret.arn };
}
