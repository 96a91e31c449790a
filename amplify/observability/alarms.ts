import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Watched } from './watched.ts';

interface AlarmPlan {
  /** Its name here, in CloudWatch, and as a heading of docs/operations.md. */
  name: string;
  metric: IMetric;
  /** Alarms when the metric is above this, `periods` times in a row. */
  above: number;
  periods?: number;
}

const FIVE_MINUTES = Duration.minutes(5);

function plans({ apiId, cluster, maxCapacity, deadLetters, errors, clientErrors }: Watched): AlarmPlan[] {
  const appSync = (metricName: string, statistic: string): Metric =>
    new Metric({
      namespace: 'AWS/AppSync',
      metricName,
      statistic,
      period: FIVE_MINUTES,
      dimensionsMap: { GraphQLAPIId: apiId },
    });
  return [
    { name: 'api-errors', metric: appSync('5XXError', Stats.SUM), above: 5 },
    // A paused database answers the first request after some fifteen seconds: one slow period is no alarm.
    { name: 'api-latency', metric: appSync('Latency', Stats.percentile(95)), above: 2000, periods: 3 },
    { name: 'function-errors', metric: errors, above: 0 },
    {
      name: 'function-throttles',
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        statistic: Stats.SUM,
        period: FIVE_MINUTES,
      }),
      above: 0,
    },
    {
      name: 'database-capacity',
      metric: cluster.metricServerlessDatabaseCapacity({ period: FIVE_MINUTES, statistic: Stats.AVERAGE }),
      above: maxCapacity * 0.8,
      periods: 3,
    },
    { name: 'client-errors', metric: clientErrors, above: 50 },
    {
      name: 'dead-letters',
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES }),
      above: 0,
    },
  ];
}

/** Alarms that tell the topic. Each has a runbook of its own name in docs/operations.md, and a test that it has. */
export function addAlarms(scope: Construct, watched: Watched, topic: ITopic): Alarm[] {
  return plans(watched).map(({ name, metric, above, periods = 1 }) => {
    const alarm = new Alarm(scope, `Alarm-${name}`, {
      alarmName: `${watched.prefix}-${name}`,
      alarmDescription: `What to do: docs/operations.md, «${name}»`,
      metric,
      threshold: above,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
    return alarm;
  });
}
