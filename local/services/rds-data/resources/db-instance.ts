import type { CloudContext } from '../../../core/context.ts';
import { LocalCloudError, notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import type { ClusterRegistry } from '../clusters.ts';
import type { Databases } from '../databases.ts';

interface Properties {
  DBInstanceIdentifier?: string;
  DBClusterIdentifier?: string;
}

/** `AWS::RDS::DBInstance` as a member of a cluster: all members are the one Postgres. */
export function dbInstanceResource(
  cloud: CloudContext,
  clusters: ClusterRegistry,
  databases: Databases,
): ResourceHandler<Properties> {
  return {
    types: ['AWS::RDS::DBInstance'],
    covers: {
      honoured: ['DBInstanceIdentifier', 'DBClusterIdentifier'],
      withoutEffect: {
        'all members are the one Postgres, as large as the machine': [
          'Engine',
          'EngineVersion',
          'DBInstanceClass',
          'PromotionTier',
          'AvailabilityZone',
          'DBParameterGroupName',
          'AutoMinorVersionUpgrade',
          'AllowMajorVersionUpgrade',
          'CACertificateIdentifier',
          'PreferredMaintenanceWindow',
        ],
        'everything talks over the loopback interface': [
          'PubliclyAccessible',
          'DBSubnetGroupName',
          'VPCSecurityGroups',
        ],
        'nothing is measured': [
          'Tags',
          'CopyTagsToSnapshot',
          'EnablePerformanceInsights',
          'PerformanceInsightsKMSKeyId',
          'PerformanceInsightsRetentionPeriod',
          'DatabaseInsightsMode',
          'MonitoringInterval',
          'MonitoringRoleArn',
        ],
      },
    },
    async apply({ address, logicalId, properties }) {
      const { DBClusterIdentifier: of } = properties;
      if (of === undefined) throw notCovered('a DB instance outside an Aurora cluster');
      const cluster = clusters.byIdentifier(of);
      if (!cluster) {
        throw new LocalCloudError(
          'InvalidTemplate',
          `The DB instance ${logicalId} belongs to the cluster ${of}, which does not exist.`,
          'Give its DBClusterIdentifier by Ref.',
        );
      }
      const identifier = (
        properties.DBInstanceIdentifier ?? `${logicalId}-${stableId(address, 12)}`
      ).toLowerCase();
      const { port } = await databases.server();
      return {
        ref: identifier,
        attributes: {
          DBInstanceArn: `arn:aws:rds:${cloud.region}:${cloud.accountId}:db:${identifier}`,
          DbiResourceId: cluster.instanceResourceId,
          'Endpoint.Address': '127.0.0.1',
          'Endpoint.Port': String(port),
        },
      };
    },
  };
}
