import type { CloudContext } from '../../../core/context.ts';
import { AwsError, notCovered } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import type { RdsData } from '../../rds-data/index.ts';

interface Input {
  Namespace: string;
  MetricName: string;
  Dimensions?: { Name: string; Value: string }[];
  /** Seconds since the epoch. */
  StartTime: number;
  EndTime: number;
  Period: number;
  Statistics?: string[];
}

/** What an awake cluster uses at least, in ACU. */
const SMALLEST = 0.5;

/**
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html, for one metric:
 * `ServerlessDatabaseCapacity` of a cluster, 0 while it is paused. Its history is not kept: one datapoint, as it is now.
 */
export function getMetricStatistics(cloud: CloudContext): Operation<Input> {
  return {
    authorize: () => [{ action: 'cloudwatch:GetMetricStatistics', resource: '*' }],
    run({ Namespace, MetricName, Dimensions = [], StartTime, EndTime, Period, Statistics = [] }) {
      if (StartTime >= EndTime) {
        throw new AwsError(
          'InvalidParameterValueException',
          'The parameter StartTime must be less than the parameter EndTime.',
        );
      }
      const cluster = Dimensions.find((one) => one.Name === 'DBClusterIdentifier')?.Value;
      if (Namespace !== 'AWS/RDS' || MetricName !== 'ServerlessDatabaseCapacity' || cluster === undefined) {
        throw notCovered(`the metric ${Namespace} ${MetricName}`);
      }
      const rds = cloud.service<RdsData>('rds-data');
      // An unknown cluster has no datapoints, as on AWS.
      const arn = rds.clusterArns().find((one) => one.endsWith(`:${cluster}`));
      const now = Math.floor(cloud.clock.now() / 1000 / Period) * Period;
      if (arn === undefined || now < StartTime || now > EndTime) return { Label: MetricName, Datapoints: [] };
      const value = rds.isPaused(arn) ? 0 : SMALLEST;
      const statistics = Object.fromEntries(Statistics.map((name) => [name, value]));
      return {
        Label: MetricName,
        Datapoints: [{ Timestamp: now, Unit: 'Count', ...statistics }],
      };
    },
  };
}
