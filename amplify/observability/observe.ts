import type { Stack } from 'aws-cdk-lib';
import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { CLIENT_ERRORS_METRIC, METRIC_DIMENSIONS } from '../../functions/report-client/metrics.ts';
import { createAlarmTopic } from './alarm-topic.ts';
import { addAlarms } from './alarms.ts';
import { addBudget } from './budget.ts';
import { addDashboard } from './dashboard.ts';
import { countErrors } from './error-metric.ts';
import { metricsNamespace } from './metrics-namespace.ts';
import type { Watched } from './watched.ts';

/**
 * Dashboard, alarms and budget of a branch. Sandboxes have none: nobody is to be woken by an experiment.
 * @param scope the stack they stand in
 * @param backend the stack of the whole backend; its functions are watched
 */
export function observe(
  scope: Stack,
  backend: Stack,
  known: Pick<Watched, 'apiId' | 'cluster' | 'maxCapacity' | 'deadLetters'>,
): void {
  const prefix = metricsNamespace(backend);
  const functions = backend.node.findAll().filter((one) => one instanceof NodejsFunction);
  const topic = createAlarmTopic(scope);
  const watched: Watched = {
    ...known,
    prefix,
    functions,
    errors: countErrors(scope, prefix, functions),
    clientErrors: new Metric({
      namespace: prefix,
      metricName: CLIENT_ERRORS_METRIC,
      dimensionsMap: METRIC_DIMENSIONS,
      statistic: Stats.SUM,
      period: Duration.minutes(5),
    }),
  };
  addDashboard(scope, watched, addAlarms(scope, watched, topic));
  addBudget(scope, prefix, topic);
}
