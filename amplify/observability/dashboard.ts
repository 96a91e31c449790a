import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Metric,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Watched } from './watched.ts';

const HALF = 12;

function graph(title: string, left: IMetric[], right: IMetric[] = []): IWidget {
  return new GraphWidget({ title, left, right, width: HALF, height: 6, liveData: true });
}

/** One page with what is asked first when something is wrong: from people to the database. */
export function addDashboard(scope: Construct, watched: Watched, alarms: Alarm[]): Dashboard {
  const { apiId, functions, cluster, deadLetters, errors, clientErrors } = watched;
  const appSync = (metricName: string, statistic: string, label?: string): Metric =>
    new Metric({
      namespace: 'AWS/AppSync',
      metricName,
      statistic,
      dimensionsMap: { GraphQLAPIId: apiId },
      ...(label && { label }),
    });
  const ofEach = (metric: 'Errors' | 'Duration' | 'Throttles', statistic: string): IMetric[] =>
    functions.map((lambda) => lambda.metric(metric, { statistic, label: lambda.node.id }));
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: watched.prefix,
    defaultInterval: Duration.hours(12),
    widgets: [
      [new AlarmStatusWidget({ alarms, width: 2 * HALF, height: 3 })],
      [
        graph(
          'Requests and their errors',
          [appSync('Latency', Stats.SAMPLE_COUNT, 'requests')],
          [appSync('5XXError', Stats.SUM), appSync('4XXError', Stats.SUM)],
        ),
        graph('How long requests take', [
          appSync('Latency', Stats.percentile(50), 'p50'),
          appSync('Latency', Stats.percentile(95), 'p95'),
        ]),
      ],
      [
        graph('Errors of functions', [errors], ofEach('Errors', Stats.SUM)),
        graph('How long functions take, p95', ofEach('Duration', Stats.percentile(95))),
      ],
      [
        graph(
          'Database: capacity in ACU',
          [cluster.metricServerlessDatabaseCapacity()],
          [cluster.metricACUUtilization()],
        ),
        graph('Database: connections and writes', [
          cluster.metricDatabaseConnections(),
          cluster.metric('WriteThroughput'),
        ]),
      ],
      [
        graph('Who listens', [
          appSync('ActiveConnections', Stats.SUM),
          appSync('ActiveSubscriptions', Stats.SUM),
        ]),
        graph('Messages to listeners', [
          appSync('PublishDataMessageSuccess', Stats.SUM),
          appSync('PublishDataMessageServerError', Stats.SUM),
        ]),
      ],
      [
        graph('Errors in browsers', [clientErrors]),
        graph(
          'Events that nobody could handle',
          [deadLetters.metricApproximateNumberOfMessagesVisible()],
          ofEach('Throttles', Stats.SUM),
        ),
      ],
    ],
  });
}
