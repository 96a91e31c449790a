import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { environment } from '../shared/environment.ts';
import { traced } from '../shared/observed.ts';

const client = traced(new CloudWatchClient({}));
const MINUTE_MS = 60_000;

/**
 * Whether the cluster is awake, by the newest figure of its capacity: asking the cluster itself would wake it. Throws when
 * there has been no figure for a quarter of an hour.
 */
export async function isDatabaseAwake(): Promise<boolean> {
  const now = Date.now();
  const { Datapoints = [] } = await client.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/RDS',
      MetricName: 'ServerlessDatabaseCapacity',
      Dimensions: [{ Name: 'DBClusterIdentifier', Value: environment('DATABASE_CLUSTER_ID') }],
      StartTime: new Date(now - 15 * MINUTE_MS),
      EndTime: new Date(now + MINUTE_MS),
      Period: 60,
      Statistics: ['Maximum'],
    }),
  );
  const [newest] = Datapoints.toSorted((a, b) => Number(b.Timestamp) - Number(a.Timestamp));
  if (newest?.Maximum === undefined) throw new Error('CloudWatch knows nothing of the database’s capacity.');
  return newest.Maximum > 0;
}
