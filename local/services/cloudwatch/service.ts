import type { CloudContext } from '../../core/context.ts';
import type { AwsService } from '../../core/service.ts';
import { getMetricStatistics } from './operations/GetMetricStatistics.ts';

/** CloudWatch, as far as functions read it: the capacity of database clusters. */
export function createCloudWatch(cloud: CloudContext): AwsService {
  return {
    id: 'cloudwatch',
    signingName: 'monitoring',
    protocol: { kind: 'json', version: '1.0', targetPrefix: 'GraniteServiceVersion20100801' },
    operations: { GetMetricStatistics: getMetricStatistics(cloud) },
    resources: [],
  };
}
